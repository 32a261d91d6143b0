package downhill.insight.wiring;

import downhill.math.Watch;
import downhill.net.Batch;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import downhill.train.step.Run;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The held-out examples that a network gets right, class by class, with all of its units and with one of the last hidden layer's units taken out: its
 * activation counts as 0, and nothing else changes.
 *
 * @param counts how many examples each class has
 * @param right how many of them are right with all units
 * @param without one for each unit
 */
@SuppressWarnings("ArrayRecordComponent")
public record Ablation(int step, int[] counts, int[] right, List<Without> without) {
    /** The examples that are right without a unit, class by class. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Without(int unit, int[] right) {}

    /**
     * The network of a run's newest step without each of its units in turn.
     *
     * @param watch is asked between passes; it may throw to give up
     * @throws RefusedException if the outputs are no classes, if the network is too wide before its outputs, or too large for its examples
     */
    public static Ablation of(Run run, Watch watch) {
        OutputLayer.checkClasses(run);
        if (run.network().depth() < 2) {
            throw new RefusedException(List.of(new Problem("", "This network has no hidden units to take out.")));
        }
        OutputLayer layer = OutputLayer.of(run, watch);
        OutputLayer.Examples all = layer.unseen();
        List<Without> without = IntStream.range(0, layer.units())
                .mapToObj(unit -> {
                    watch.run();
                    watch.done((double) unit / layer.units());
                    return new Without(unit, right(layer, without(all, unit, layer.units())));
                })
                .toList();
        return new Ablation(run.step(), counts(layer, all), right(layer, all), without);
    }

    /** The examples with one unit's activation set to 0. */
    private static OutputLayer.Examples without(OutputLayer.Examples all, int unit, int units) {
        double[] inputs = all.inputs().clone();
        for (int i = unit; i < inputs.length; i += units) {
            inputs[i] = 0;
        }
        return new OutputLayer.Examples(inputs, all.targets(), all.count());
    }

    private static int[] right(OutputLayer layer, OutputLayer.Examples examples) {
        Batch batch = layer.answer(examples);
        int[] right = new int[layer.classes()];
        for (int e = 0; e < examples.count(); e++) {
            int label = layer.label(examples, e);
            right[label] += layer.answer(batch, e) == label ? 1 : 0;
        }
        return right;
    }

    private static int[] counts(OutputLayer layer, OutputLayer.Examples examples) {
        int[] counts = new int[layer.classes()];
        for (int e = 0; e < examples.count(); e++) {
            counts[layer.label(examples, e)]++;
        }
        return counts;
    }
}
