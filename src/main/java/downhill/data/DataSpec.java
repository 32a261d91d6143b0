package downhill.data;

import java.util.List;
import java.util.Optional;

/** The data that a run trains on, as its specification names them. */
public sealed interface DataSpec {
    /**
     * A built-in set.
     *
     * @param seed the seed of its own random stream
     * @param count examples in all, training and test together; ignored by the sets of fixed size
     * @param noise the generator's noise, 0 for none
     * @param testShare the share of the examples that is held out, 0 up to below 1
     * @param targets the two values that code the two classes, [0, 1] unless recoded
     * @param features which functions of x and y a 2-D set's inputs are
     */
    record BuiltIn(
            String name,
            long seed,
            int count,
            double noise,
            double testShare,
            List<Double> targets,
            List<String> features)
            implements DataSpec {
        /** The same examples with other functions of their points as inputs. */
        BuiltIn withFeatures(List<String> others) {
            return new BuiltIn(name, seed, count, noise, testShare, targets, others);
        }
    }

    /** Examples given in full: [example][input] and [example][output]. */
    record Inline(
            List<List<Double>> inputs,
            List<List<Double>> targets,
            List<List<Double>> testInputs,
            List<List<Double>> testTargets)
            implements DataSpec {}

    /** A file that a user uploaded, by the id that the upload answered; how many of it, and the share held out. */
    record Uploaded(String id, Optional<Integer> count, double testShare) implements DataSpec {}
}
