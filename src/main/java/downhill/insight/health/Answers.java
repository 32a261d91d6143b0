package downhill.insight.health;

import downhill.data.Dataset;
import downhill.insight.Predictions;
import downhill.train.step.Run;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The answers of a network's units to a sample of its training examples. */
final class Answers {
    /** The most examples of a sample. */
    private static final int EXAMPLES = 32;

    /** The most input numbers of a sample: enough to judge a unit, and little work for pictures. */
    private static final int MOST_NUMBERS = 12_000;

    private static final int FEWEST = 4;

    private Answers() {}

    /** The answers at a run's newest step. */
    static Predictions of(Run run) {
        Dataset data = run.data();
        List<List<Double>> inputs =
                sample(data).mapToObj(example -> row(data, example)).toList();
        return Predictions.of(run, inputs, () -> {});
    }

    /** Examples at equal distances in the training set, sorted by their targets. */
    private static IntStream sample(Dataset data) {
        int size = data.size();
        int count = Math.min(size, Math.clamp(MOST_NUMBERS / data.inputWidth(), FEWEST, EXAMPLES));
        return IntStream.range(0, count)
                .map(i -> (int) ((long) i * size / count))
                .boxed()
                .sorted(Comparator.comparingDouble(example -> data.targets()[example * data.targetWidth()]))
                .mapToInt(Integer::intValue);
    }

    private static List<Double> row(Dataset data, int example) {
        int width = data.inputWidth();
        return Arrays.stream(data.inputs(), example * width, (example + 1) * width)
                .boxed()
                .toList();
    }

    /** The answers of each unit of a layer, one for each example. */
    static List<double[]> ofUnits(Predictions answers, int layer) {
        double[][][] all = answers.activations();
        return IntStream.range(0, all[0][layer].length)
                .mapToObj(j -> Arrays.stream(all)
                        .mapToDouble(example -> example[layer][j])
                        .toArray())
                .toList();
    }
}
