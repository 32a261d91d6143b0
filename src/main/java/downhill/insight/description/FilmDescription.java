package downhill.insight.description;

import downhill.insight.description.Description.Table;
import downhill.insight.explanation.Names;
import downhill.train.step.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Describes how the picture of a unit's weights came about: the picture at some steps, and its likeness to the last one. */
public final class FilmDescription {
    /** The picture at one step, row by row from the top. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Still(int step, double[] weights) {
        /** The weights from the inputs into a unit of the first hidden layer of a run's newest step. */
        public static Still of(Run run, Focus.Neuron unit) {
            return new Still(
                    run.step(),
                    IntStream.range(0, run.network().layers().getFirst())
                            .mapToDouble(k -> run.network().weight(0, unit.j(), k))
                            .toArray());
        }
    }

    private FilmDescription() {}

    /** Describes these pictures of a unit, the oldest first; nothing if they are no pictures, or none. */
    public static Optional<Description> of(Run run, Focus.Neuron unit, List<Still> stills) {
        if (unit.layer() != 1
                || stills.isEmpty()
                || CoarsePicture.of(stills.getFirst().weights()).isEmpty()) {
            return Optional.empty();
        }
        Still first = stills.getFirst();
        Still last = stills.getLast();
        String sentence = "The film shows the picture of " + new Names(run).neuron(1, unit.j()) + " at "
                + SpokenNumbers.count(stills.size(), "step") + ", from " + first.step() + " to " + last.step()
                + "; the first is like the last by " + SpokenNumbers.of(likeness(first, last))
                + ", where 1 is the same picture and 0 one that has nothing of it.";
        return Optional.of(new Description(
                "film",
                List.of(sentence),
                List.of(new Table(
                        "The pictures of the film",
                        List.of("step", "lowest", "highest", "ink raises most", "like the last"),
                        stills.stream().map(still -> row(still, last)).toList()))));
    }

    private static List<String> row(Still still, Still last) {
        return List.of(
                Integer.toString(still.step()),
                SpokenNumbers.of(Arrays.stream(still.weights()).min().orElse(0)),
                SpokenNumbers.of(Arrays.stream(still.weights()).max().orElse(0)),
                CoarsePicture.of(still.weights()).orElseThrow().brightest(),
                SpokenNumbers.of(likeness(still, last)));
    }

    /** The cosine of the angle between two pictures, to three digits; 0 where one of them is empty. */
    static double likeness(Still a, Still b) {
        double product = 0;
        double ofA = 0;
        double ofB = 0;
        for (int i = 0; i < a.weights().length; i++) {
            product = Math.fma(a.weights()[i], b.weights()[i], product);
            ofA = Math.fma(a.weights()[i], a.weights()[i], ofA);
            ofB = Math.fma(b.weights()[i], b.weights()[i], ofB);
        }
        double size = Math.sqrt(ofA) * Math.sqrt(ofB);
        return size == 0 ? 0 : Math.rint(1000 * product / size) / 1000;
    }
}
