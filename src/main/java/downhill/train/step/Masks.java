package downhill.train.step;

import downhill.math.Matrix;
import downhill.math.Rng;
import downhill.net.Batch;
import downhill.train.spec.RunSpec;

/**
 * The hidden activations that one step drops (Srivastava et al., 2014, inverted): each is dropped with its layer's rate, and the others are divided
 * by 1 - rate, so that their sums keep their size and nothing needs to be scaled when predicting.
 *
 * <p>The masks of the example at one place of one step's batch are a part of their own of the stream, drawn layer after
 * layer.
 */
public final class Masks {
    private final long seed;
    private final double[] rates;
    private final Rng rng;

    Masks(RunSpec spec) {
        this.seed = spec.seed();
        this.rates = spec.dropout().stream().mapToDouble(Double::doubleValue).toArray();
        this.rng = Rng.of(seed, Rng.Stream.DROPOUT);
    }

    /**
     * Draws the masks of some of a step's examples.
     *
     * @param first the place, in the step's batch, of the first example
     */
    void draw(int step, int first, Batch batch) {
        for (int e = 0; e < batch.count(); e++) {
            rng.restart(seed, Rng.Stream.DROPOUT, ((long) step << 31) + first + e);
            for (int l = 0; l < rates.length; l++) {
                Matrix mask = batch.masks(l);
                for (int j = 0; j < mask.rows(); j++) {
                    mask.set(j, e, rng.nextDouble() < rates[l] ? 0 : 1 / (1 - rates[l]));
                }
            }
        }
    }
}
