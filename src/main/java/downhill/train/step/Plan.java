package downhill.train.step;

import downhill.data.Dataset;
import downhill.math.Kernels;
import downhill.math.Shards;
import downhill.net.Backpropagation;
import downhill.net.Connections;
import downhill.net.Network;
import downhill.net.Ranges;
import downhill.net.Shape;
import downhill.train.spec.Regularization;
import downhill.train.spec.RunSpec;
import java.util.BitSet;
import java.util.Optional;

/**
 * The fixed parts of a run, shared by its branches and by the cursors into its past.
 *
 * @param initial the network at step 0; never trained itself
 * @param missing the weights that do not exist
 * @param holes the same as ranges
 * @param regularization the penalty, if it has a rate above 0
 */
public record Plan(
        RunSpec spec,
        Dataset data,
        Network initial,
        Kernels kernels,
        Shards shards,
        Backpropagation passes,
        BitSet missing,
        Ranges holes,
        Magnitudes magnitudes,
        Optional<Regularization> regularization) {
    static Plan of(RunSpec spec, Dataset data, Kernels kernels, Shards shards) {
        Network initial = Network.initial(spec.network(), spec.seed());
        BitSet missing = Connections.missing(spec.network().groups(), initial.shape());
        return new Plan(
                spec,
                data,
                initial,
                kernels,
                shards,
                new Backpropagation(initial, spec.cost(), data.task(), kernels, shards),
                missing,
                Ranges.of(missing),
                Magnitudes.of(spec, data),
                spec.regularization().filter(regularization -> regularization.rate() > 0));
    }

    public Shape shape() {
        return initial.shape();
    }

    StepSettings settings() {
        return StepSettings.of(
                spec.optimizer(), BatchSchedule.from0(spec.batch(), data.size()), spec.frozen(), shape(), missing);
    }

    /** Tests whether hidden activations are dropped. */
    boolean isMasked() {
        return spec.dropout().stream().anyMatch(rate -> rate > 0);
    }
}
