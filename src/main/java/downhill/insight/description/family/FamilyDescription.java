package downhill.insight.description.family;

import downhill.data.builtin.FamilyTree;
import downhill.insight.description.Description;
import downhill.insight.description.Description.Table;
import downhill.insight.description.SpokenNumbers;
import downhill.insight.family.FamilyAnswer;
import downhill.insight.family.FamilyFeature;
import downhill.insight.family.FamilyScore;
import downhill.insight.family.PersonUnit;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A network that learns the family trees: the question that is asked, how many facts are right, and its person units. */
public final class FamilyDescription {
    private FamilyDescription() {}

    /** The two descriptions of a run's newest step, with the question that the figure shows. */
    public static List<Description> all(Run run, Optional<FamilyAnswer.Question> question) {
        return List.of(trees(run, question.map(asked -> FamilyAnswer.of(run, asked))), units(run));
    }

    private static Description trees(Run run, Optional<FamilyAnswer> answer) {
        List<String> sentences = new ArrayList<>();
        answer.ifPresent(shown -> {
            sentences.add("The question is: who is " + shown.question() + "?");
            sentences.addAll(shown.sentences());
        });
        sentences.add(FamilyScore.of(run).sentence());
        List<Table> tables = answer
                .filter(shown -> shown.outputs().length > 0)
                .map(shown -> new Table(
                        "The outputs",
                        List.of("person", "output", "right answer"),
                        IntStream.range(0, shown.outputs().length)
                                .mapToObj(person -> List.of(
                                        FamilyTree.people().get(person),
                                        SpokenNumbers.of(shown.outputs()[person]),
                                        shown.right().contains(person) ? "yes" : "no"))
                                .toList()))
                .stream()
                .toList();
        return new Description("family", sentences, tables);
    }

    private static Description units(Run run) {
        List<PersonUnit> units = PersonUnit.all(run);
        List<String> heads = Stream.concat(
                        Stream.of("unit"), Arrays.stream(FamilyFeature.values()).map(FamilyFeature::word))
                .toList();
        List<List<String>> rows = units.stream()
                .map(unit -> Stream.concat(
                                Stream.of("unit " + (unit.neuron() + 1)),
                                Arrays.stream(FamilyFeature.values()).map(unit::correlation))
                        .toList())
                .toList();
        return new Description(
                "units",
                units.stream().map(PersonUnit::sentence).toList(),
                List.of(
                        new Table("The correlation of each unit’s weights with each feature", heads, rows),
                        weights(run, units)));
    }

    private static Table weights(Run run, List<PersonUnit> units) {
        int width = run.network().layers().getFirst();
        List<List<String>> rows = new ArrayList<>();
        for (int person = 0; person < FamilyTree.people().size(); person++) {
            int from = person;
            rows.add(Stream.concat(
                            Stream.of(FamilyTree.people().get(person)),
                            units.stream().map(unit -> SpokenNumbers.of(run.weights(0)[unit.neuron() * width + from])))
                    .toList());
        }
        List<String> heads = Stream.concat(
                        Stream.of("from"), units.stream().map(unit -> "to unit " + (unit.neuron() + 1)))
                .toList();
        return new Table("The weights from the people", heads, rows);
    }
}
