package downhill.insight.description;

import downhill.insight.description.Description.Table;
import downhill.train.perceptron.Corners;
import downhill.train.perceptron.NeuronTraining;
import downhill.train.perceptron.Perceptron;
import downhill.train.perceptron.PerceptronTraining;
import downhill.train.perceptron.PerceptronTraining.Visit;
import downhill.train.perceptron.Separation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The perceptron-convergence procedure in words: its newest visit, the line, and how it ends. */
public final class PerceptronDescription {
    private PerceptronDescription() {}

    /** The sentences under the figure after some visits. */
    public static List<String> sentences(PerceptronTraining training, int visits) {
        List<String> sentences = new ArrayList<>();
        if (visits == 0) {
            sentences.add("The weights and the bias are 0, so every sum and every output is 0. There is no line yet.");
        } else {
            sentences.addAll(visit(training, visits));
        }
        if (training.endsAfter(visits)) {
            sentences.add(ending(training, visits));
        }
        training.cycle()
                .filter(cycle -> visits >= cycle.to())
                .ifPresent(cycle -> sentences.add("After " + cycle.to() + " visits the weights were the same as after "
                        + cycle.from() + ". So these " + cycle.length() + " visits repeat for ever."));
        return List.copyOf(sentences);
    }

    private static List<String> visit(PerceptronTraining training, int visits) {
        Visit visit = training.visits().get(visits - 1);
        int target = training.corners().target(visit.corner());
        String at = "Visit " + visits + " is at " + place(visit.corner()) + ". The sum is "
                + SpokenNumbers.of(visit.sum()) + ", so the output is " + visit.output() + ".";
        return visit.wrong()
                ? List.of(
                        at, "The target is " + target + ", so this is a mistake: " + correction(visit.corner(), target))
                : List.of(at, "The target is " + target + ", so nothing changes.");
    }

    /** The change of each weight; a weight whose input is 0 keeps its value. */
    private static String correction(int corner, int target) {
        List<String> changed = new ArrayList<>();
        if (Corners.x1(corner) == 1) {
            changed.add("w₁");
        }
        if (Corners.x2(corner) == 1) {
            changed.add("w₂");
        }
        changed.add("the bias");
        String verb = target == 1 ? "grow" : "shrink";
        return changed.size() == 1
                ? "the bias " + verb + "s by 1."
                : String.join(", ", changed.subList(0, changed.size() - 1)) + " and the bias each " + verb + " by 1.";
    }

    private static String ending(PerceptronTraining training, int visits) {
        return "The last round had no mistakes, so the rule stops. It has made "
                + SpokenNumbers.count(training.mistakes(visits), "mistake") + " in all.";
    }

    private static String separation(Separation found) {
        return "The best line has the margin " + SpokenNumbers.of(found.margin()) + ", and the radius is "
                + SpokenNumbers.of(found.radius()) + ".";
    }

    /** The description of the figure after some visits. */
    public static Description of(PerceptronTraining training, Optional<NeuronTraining> beside, int visits) {
        Perceptron now = training.after(visits);
        List<String> sentences = new ArrayList<>(sentences(training, visits));
        sentences.add("The perceptron has w₁ = " + SpokenNumbers.of(now.w1()) + ", w₂ = " + SpokenNumbers.of(now.w2())
                + " and the bias " + SpokenNumbers.of(now.bias()) + ". It gets "
                + now.right(training.corners()) + " of the 4 examples right, after "
                + SpokenNumbers.count(training.mistakes(visits), "mistake") + ".");
        beside.map(neuron -> neuron.states().get(visits))
                .ifPresent(state -> sentences.add("The neuron that gradient descent trains has the cost "
                        + SpokenNumbers.of(state.cost()) + " and "
                        + state.neuron().right(training.corners()) + " of the 4 examples right."));
        Separation.of(training.corners()).map(PerceptronDescription::separation).ifPresent(sentences::add);
        return new Description("perceptron", sentences, List.of(corners(training.corners(), now)));
    }

    /** The description of a line that the learner placed. */
    public static Description of(Corners corners, Perceptron line) {
        return new Description(
                "perceptron",
                List.of("Your line gets " + line.right(corners) + " of the 4 examples right."),
                List.of(corners(corners, line)));
    }

    private static Table corners(Corners corners, Perceptron now) {
        return new Table(
                "The four examples",
                List.of("inputs", "target", "sum", "output"),
                IntStream.range(0, Corners.COUNT)
                        .mapToObj(corner -> List.of(
                                place(corner),
                                String.valueOf(corners.target(corner)),
                                SpokenNumbers.of(now.sum(corner)),
                                String.valueOf(now.output(corner))))
                        .toList());
    }

    private static String place(int corner) {
        return "(" + Corners.x1(corner) + ", " + Corners.x2(corner) + ")";
    }
}
