package downhill.json.form;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/**
 * The rounding of written numbers: to a number of significant decimal digits at most, or, with 0 digits, so that they parse back to the very same double.
 *
 * <p>A short number that is rounded once more, to be shown, becomes the same as the rounded number itself: a last
 * digit of 0 or 5 occurs only where nothing was cut off, or next to nothing; else the digits are cut, and the last one is raised if it would be 0
 * or 5, in the range in which numbers are written by hand (the decimal mode ROUND_05UP of Cowlishaw, General Decimal Arithmetic).
 */
public record Rounding(int digits) {
    /** The number of digits up to which one product in doubles finds the digits of a number in this range. */
    private static final int FEW = 9;

    private static final double LEAST = 1e-12;
    private static final double MOST = 1e12;

    /** The distance to the next short number, as a share of its last digit, that only the rounding of sums can make. */
    private static final double NEXT_TO_NOTHING = 1e-4;

    /** The largest number of zeros between the point and the first digit. */
    private static final int ZEROS = 3;

    /** The powers of ten that a double holds exactly. */
    private static final double[] TEN = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    public void write(double x, JsonBuffer out) {
        double size = Math.abs(x);
        if (digits == 0) {
            out.literal(Double.toString(x));
        } else if (x == 0) {
            out.literal("0");
        } else if (digits > FEW || size < LEAST || size >= MOST) {
            out.literal(Double.toString(rounded(x)));
        } else {
            out.begin();
            if (x < 0) {
                out.put('-');
            }
            shorten(size, out);
        }
    }

    private double rounded(double x) {
        return new BigDecimal(x).round(new MathContext(digits)).doubleValue();
    }

    /** Other numbers, each the double that comes nearest to the rounded one. */
    public double[] rounded(double[] numbers) {
        return digits == 0 ? numbers : Arrays.stream(numbers).map(this::rounded).toArray();
    }

    /** Writes m / 10^places, m being the significant digits as a whole number. */
    private void shorten(double size, JsonBuffer out) {
        int places = digits - 1 - exponent(size);
        double scaled = places >= 0 ? size * TEN[places] : size / TEN[-places];
        long m = cut(scaled);
        for (long tenth = m / 10; 10 * tenth == m; tenth = m / 10) {
            m = tenth;
            places--;
        }
        if (places <= 0) {
            out.digits(m * (long) TEN[-places], 1);
            return;
        }
        int after = exponent((double) m);
        if (places - after - 1 <= ZEROS) {
            decimal(m, places, out);
        } else {
            decimal(m, after, out);
            out.put('e');
            out.put('-');
            out.digits(places - after, 1);
        }
    }

    private static long cut(double scaled) {
        double nearest = Math.rint(scaled);
        if (Math.abs(scaled - nearest) < NEXT_TO_NOTHING) {
            return (long) nearest;
        }
        long m = (long) scaled;
        return m % 5 == 0 ? m + 1 : m;
    }

    private static void decimal(long m, int places, JsonBuffer out) {
        long one = (long) TEN[places];
        out.digits(m / one, 1);
        if (places > 0) {
            out.put('.');
            out.digits(m % one, places);
        }
    }

    /** The largest e with 10^e at most the number, which is in range. */
    private static int exponent(double size) {
        int e = (int) Math.floor(Math.getExponent(size) * 0.30102999566398120);
        double next = e + 1 >= 0 ? TEN[e + 1] : 1 / TEN[-e - 1];
        return size >= next ? e + 1 : e;
    }
}
