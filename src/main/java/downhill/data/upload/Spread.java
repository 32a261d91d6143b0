package downhill.data.upload;

/**
 * The mean of a column and the standard deviation around it, over all rows.
 *
 * @param deviation the root of the mean squared distance from the mean
 */
public record Spread(double mean, double deviation) {
    /** The sums behind it, number by number (Welford, 1962). */
    static final class Sums {
        private long count;
        private double mean;
        private double squares;

        void add(double value) {
            count++;
            double before = value - mean;
            mean += before / count;
            squares += before * (value - mean);
        }

        Spread spread() {
            return new Spread(mean, StrictMath.sqrt(squares / count));
        }
    }

    static Spread of(double[] values, int column, int width) {
        var sums = new Sums();
        for (int i = column; i < values.length; i += width) {
            sums.add(values[i]);
        }
        return sums.spread();
    }

    /** A value in deviations from the mean; a column whose numbers are all the same becomes 0. */
    double scaled(double value) {
        double distance = value - mean;
        return deviation == 0 ? distance : distance / deviation;
    }

    /**
     * Brings every column to mean 0 and deviation 1.
     *
     * @param values [rows][width]
     */
    static double[] scaled(double[] values, int width) {
        double[] scaled = new double[values.length];
        for (int column = 0; column < width; column++) {
            Spread spread = of(values, column, width);
            for (int i = column; i < values.length; i += width) {
                scaled[i] = spread.scaled(values[i]);
            }
        }
        return scaled;
    }
}
