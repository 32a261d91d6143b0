package downhill.json.form;

/** The finite numbers from low to high; an open end is excluded. */
public record Range(double low, boolean lowOpen, double high, boolean highOpen) {
    public static final Range ANY = new Range(-Double.MAX_VALUE, false, Double.MAX_VALUE, false);
    public static final Range POSITIVE = new Range(0, true, Double.MAX_VALUE, false);
    public static final Range NOT_NEGATIVE = new Range(0, false, Double.MAX_VALUE, false);
    /** 0 up to, not including, 1. */
    public static final Range SHARE = new Range(0, false, 1, true);

    public static Range closed(double low, double high) {
        return new Range(low, false, high, false);
    }

    boolean contains(double x) {
        return (lowOpen ? x > low : x >= low) && (highOpen ? x < high : x <= high);
    }

    /** The allowed values, in words. */
    String words() {
        if (equals(ANY)) {
            return "any finite number is allowed";
        }
        String above = (lowOpen ? "above " : "at least ") + Values.plain(low);
        return high == Double.MAX_VALUE
                ? "it must be a finite number, " + above
                : "it must be " + above + " and " + (highOpen ? "below " : "at most ") + Values.plain(high);
    }
}
