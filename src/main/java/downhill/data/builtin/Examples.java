package downhill.data.builtin;

/**
 * Examples as a set makes them, before features, coding and split: classes are coded 0 and 1, points are x and y.
 *
 * @param inputs [examples][inputWidth], row by row
 * @param targets [examples][targetWidth], row by row
 */
@SuppressWarnings("ArrayRecordComponent")
public record Examples(int inputWidth, int targetWidth, double[] inputs, double[] targets) {
    /** Room for this many examples, all zero. */
    static Examples room(int count, int inputWidth, int targetWidth) {
        return new Examples(inputWidth, targetWidth, new double[count * inputWidth], new double[count * targetWidth]);
    }

    public int size() {
        return inputs.length / inputWidth;
    }
}
