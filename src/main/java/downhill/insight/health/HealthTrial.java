package downhill.insight.health;

import downhill.data.Dataset;
import downhill.insight.Predictions;
import downhill.math.Watch;
import downhill.net.activation.Activation;
import downhill.train.history.History;
import downhill.train.spec.RunSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One training, watched layer by layer: its costs, the lengths of its gradients, and how its units answer in the end.
 *
 * @param activations of each layer after the input
 * @param costs the cost of the batch at each step
 * @param gradients the length of each layer's gradient at each step: [layer][step]
 * @param layers each layer at the end
 * @param answers at the end, of each layer after the input: [layer][unit][example]
 * @param diverged whether the training left the finite numbers
 */
@SuppressWarnings("ArrayRecordComponent")
public record HealthTrial(
        List<Activation> activations,
        double[] costs,
        double[][] gradients,
        List<LayerHealth> layers,
        double[][][] answers,
        boolean diverged) {

    /** The most steps of a training. */
    public static final int MOST_STEPS = 500;

    /** The most weights of a network, whose units are all shown. */
    public static final int MOST_WEIGHTS = 1000;

    /**
     * Trains once.
     *
     * @param watch is asked before each step; it may throw to give up
     */
    public static HealthTrial of(RunSpec spec, Dataset data, int steps, Watch watch) {
        History history = new History(spec, data);
        List<double[]> lengths = new ArrayList<>();
        lengths.add(GradientLengths.of(history.newest()));
        while (history.step() < steps && history.newest().divergence().isEmpty()) {
            watch.run();
            history.advance();
            watch.done((double) history.step() / steps);
            if (history.newest().divergence().isEmpty()) {
                lengths.add(GradientLengths.of(history.newest()));
            }
        }
        Predictions answers = Answers.of(history.newest());
        int depth = history.newest().network().depth();
        return new HealthTrial(
                spec.network().activations(),
                IntStream.rangeClosed(0, history.step())
                        .mapToDouble(history::cost)
                        .toArray(),
                IntStream.range(0, depth)
                        .mapToObj(l ->
                                lengths.stream().mapToDouble(step -> step[l]).toArray())
                        .toArray(double[][]::new),
                LayerHealth.of(history.newest(), answers),
                IntStream.rangeClosed(1, depth)
                        .mapToObj(l -> Answers.ofUnits(answers, l).toArray(double[][]::new))
                        .toArray(double[][][]::new),
                history.newest().divergence().isPresent());
    }
}
