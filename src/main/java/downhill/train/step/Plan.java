package downhill.train.step;

import downhill.data.DataSpec;
import downhill.data.Dataset;
import downhill.data.Drawing;
import downhill.math.Kernels;
import downhill.math.Shards;
import downhill.net.Backpropagation;
import downhill.net.Connections;
import downhill.net.Network;
import downhill.net.Ranges;
import downhill.net.Shape;
import downhill.train.spec.RunSpec;
import java.util.BitSet;

/**
 * The fixed parts of a run, shared by its branches and by the cursors into its past.
 *
 * @param initial the network at step 0; never trained itself
 * @param missing the weights that do not exist
 * @param holes the same as ranges
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
        Magnitudes magnitudes) {
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
                Magnitudes.of(spec, data));
    }

    public Shape shape() {
        return initial.shape();
    }

    StepSettings settings() {
        return StepSettings.of(
                spec.optimizer(),
                BatchSchedule.from0(spec.batch(), examples(0)),
                spec.regularization(),
                spec.frozen(),
                shape(),
                missing);
    }

    /** The number of training examples that a step chooses from: all but the drawings that join later. */
    int examples(int step) {
        return spec.data() instanceof DataSpec.Drawn drawn
                ? data.size() - Drawing.COPIES * drawn.after(step)
                : data.size();
    }

    /** Tests whether hidden activations are dropped. */
    boolean isMasked() {
        return spec.dropout().stream().anyMatch(rate -> rate > 0);
    }
}
