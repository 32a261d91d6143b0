package downhill.net.activation;

/** The values of an activation, from the lowest to the highest; either may be infinite. */
public record ValueRange(double low, double high) {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    static final ValueRange SHARES = new ValueRange(0, 1);
    static final ValueRange NOT_NEGATIVE = new ValueRange(0, INFINITY);
    static final ValueRange ANY = new ValueRange(-INFINITY, INFINITY);

    /** A bound on the absolute value, infinite if there is none. */
    public double farthest() {
        return Math.max(Math.abs(low), Math.abs(high));
    }
}
