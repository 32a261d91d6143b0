package downhill.data;

import java.util.ArrayList;
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

    /**
     * The built-in set of digits with drawings of somebody's own.
     *
     * @param digits the set without them
     * @param drawings in the order of the steps from which on they are learned
     */
    record Drawn(BuiltIn digits, List<Drawing> drawings) implements DataSpec {
        /** The number of drawings that join after a step. */
        public int after(int step) {
            int first = drawings.size();
            while (first > 0 && drawings.get(first - 1).from() > step) {
                first--;
            }
            return drawings.size() - first;
        }

        /** The same without the drawings that join after a step. */
        public Drawn until(int step) {
            return new Drawn(digits, drawings.subList(0, drawings.size() - after(step)));
        }

        /** The same with one more drawing. */
        public Drawn with(Drawing more) {
            List<Drawing> all = new ArrayList<>(drawings);
            all.add(more);
            return new Drawn(digits, List.copyOf(all));
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
