package downhill.data.builtin;

import downhill.data.DataSetInfo;
import downhill.math.Rng;

/** A set that the product makes itself. */
public interface BuiltInSet {
    DataSetInfo info();

    /**
     * The examples, well mixed, so that any stretch of them is a fair sample.
     *
     * @param count how many, within the set's range
     * @param noise within the set's range
     * @param rng the set's own stream; what is drawn depends on nothing else
     */
    Examples draw(int count, double noise, Rng rng);
}
