package downhill.train.history;

/**
 * The costs of some steps.
 *
 * @param steps ascending
 * @param costs one for each of the steps
 */
@SuppressWarnings("ArrayRecordComponent")
public record CostSeries(int[] steps, double[] costs) {
    /** Returns the number of steps. */
    public int size() {
        return steps.length;
    }
}
