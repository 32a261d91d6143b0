package downhill.insight.family;

import downhill.data.Dataset;
import downhill.data.builtin.FamilyTree;
import downhill.insight.Predictions;
import downhill.math.text.NumberText;
import downhill.train.step.Run;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A question about the family trees and a network's answer.
 *
 * @param outputs the activation of each person's output; none if nobody is right
 * @param right the people who are right; nobody if the tree has no such relative
 * @param heldOut whether the network has never trained on this question
 */
@SuppressWarnings("ArrayRecordComponent")
public record FamilyAnswer(Question question, double[] outputs, List<Integer> right, boolean heldOut) {
    /** An output above this says yes, and one below it no: the criterion of Hinton (1986) for a right answer. */
    private static final double HALF = 0.5;

    /** A person and a relation: "Colin's aunt". */
    public record Question(int person, int relation) {
        @Override
        public String toString() {
            return FamilyTree.people().get(person) + "’s "
                    + FamilyTree.relations().get(relation);
        }

        private double[] inputs() {
            int people = FamilyTree.people().size();
            double[] inputs = new double[people + FamilyTree.relations().size()];
            inputs[person] = 1;
            inputs[people + relation] = 1;
            return inputs;
        }
    }

    /** The answer of a run's newest step. The network is not asked for somebody whom the tree does not have. */
    public static FamilyAnswer of(Run run, Question question) {
        List<Integer> right = FamilyTree.answers(question.person(), question.relation());
        if (right.isEmpty()) {
            return new FamilyAnswer(question, new double[0], right, false);
        }
        List<Double> input = Arrays.stream(question.inputs()).boxed().toList();
        double[] outputs = Predictions.of(run, List.of(input), () -> {}).outputs()[0];
        return new FamilyAnswer(question, outputs, right, heldOut(run.data()).contains(question));
    }

    /** The relations that the person does have. */
    private String refusal() {
        String known = IntStream.range(0, FamilyTree.relations().size())
                .filter(relation ->
                        !FamilyTree.answers(question.person(), relation).isEmpty())
                .mapToObj(FamilyTree.relations()::get)
                .collect(Collectors.joining(", "));
        return "The tree has no " + FamilyTree.relations().get(question.relation()) + " of "
                + FamilyTree.people().get(question.person()) + ". Ask for one of these: " + known + ".";
    }

    /** The questions of a set that are held out. */
    public static List<Question> heldOut(Dataset data) {
        return IntStream.range(0, data.testSize())
                .mapToObj(e -> new Question(
                        on(data.testInputs(), e * data.inputWidth()),
                        on(
                                data.testInputs(),
                                e * data.inputWidth() + FamilyTree.people().size())))
                .toList();
    }

    /** The distance from a place to the next input that is on. */
    private static int on(double[] inputs, int from) {
        return IntStream.range(from, inputs.length)
                        .filter(i -> inputs[i] != 0)
                        .findFirst()
                        .orElseThrow()
                - from;
    }

    /** The people whose outputs say yes, the strongest first. */
    public List<Integer> named() {
        return ranked().stream().filter(person -> outputs[person] > HALF).toList();
    }

    private List<Integer> ranked() {
        return IntStream.range(0, outputs.length)
                .boxed()
                .sorted(Comparator.comparingDouble(person -> -outputs[person]))
                .toList();
    }

    /** Returns whether every output is on its side of a half. */
    public boolean isRight() {
        return !right.isEmpty() && named().stream().sorted().toList().equals(right);
    }

    /** The answer in sentences: the people that the network names, the right ones, and its training on the question. */
    public List<String> sentences() {
        if (right.isEmpty()) {
            return List.of(refusal());
        }
        return List.of(
                named().isEmpty()
                        ? "No output is above 0.5. The strongest one is " + list(ranked().subList(0, 1)) + "."
                        : "The network answers " + list(named()) + ".",
                isRight()
                        ? "That is right."
                        : "That is " + (isPartlyRight() ? "not the whole answer" : "wrong") + ": right is "
                                + names(right) + ".",
                heldOut ? "This fact was held out: the network never trained on it." : "It has trained on this fact.");
    }

    /** Returns whether it names some of the right people, and nobody else. */
    private boolean isPartlyRight() {
        return !named().isEmpty() && right.containsAll(named());
    }

    private String list(List<Integer> people) {
        return joined(people.stream()
                .map(person -> FamilyTree.people().get(person) + " (" + NumberText.brief(outputs[person]) + ")")
                .toList());
    }

    private static String names(List<Integer> people) {
        return joined(people.stream().map(FamilyTree.people()::get).toList());
    }

    /** "A", "A and B", "A, B and C". */
    private static String joined(List<String> texts) {
        int last = texts.size() - 1;
        return last < 1
                ? String.join("", texts)
                : String.join(", ", texts.subList(0, last)) + " and " + texts.get(last);
    }
}
