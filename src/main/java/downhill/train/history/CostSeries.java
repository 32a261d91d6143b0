package downhill.train.history;

/**
 * The costs of some steps.
 *
 * @param steps ascending
 * @param costs one for each of the steps
 */
@SuppressWarnings("ArrayRecordComponent")
public record CostSeries(int[] steps, double[] costs) {
    /** How many steps there are. */
    public int size() {
        return steps.length;
    }
}
