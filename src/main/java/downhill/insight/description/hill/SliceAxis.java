package downhill.insight.description.hill;

/**
 * One side of a slice.
 *
 * @param name what changes along it
 * @param base its value at the network's place
 * @param ticks how far from there the spots are
 */
@SuppressWarnings("ArrayRecordComponent")
public record SliceAxis(String name, double base, double[] ticks) {
    double at(int i) {
        return base + ticks[i];
    }

    double low() {
        return at(0);
    }

    double high() {
        return at(ticks.length - 1);
    }
}
