package downhill.math.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as people read them: a true minus sign, and powers of ten (2.5 × 10⁻⁶) only for very large and very small ones.
 * The browser's {@code js/shared/numbers.js} writes the same texts; both are tested with the cases of {@code number-texts.json}.
 */
public final class NumberText {
    /** A number this many times smaller than the largest one beside it is written as 0 in a beginner's table. */
    private static final double NEGLIGIBLE = 1e-6;

    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private NumberText() {}

    /** A number with three or four digits, as in tables and beside figures. The script's {@code short}. */
    public static String brief(double x) {
        double size = Math.abs(x);
        if (hasNoDigits(x)) {
            return word(x);
        }
        return size >= 1e5 || size < 1e-4 ? power(x, 3) : fixed(x, decimals(size));
    }

    private static int decimals(double size) {
        if (size >= 1) {
            return size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : 3;
        }
        return size >= 0.1 ? 3 : size >= 0.01 ? 4 : size >= 0.001 ? 5 : 6;
    }

    /** A change: its sign is always there. */
    public static String signed(double x) {
        return x > 0 ? "+" + brief(x) : brief(x);
    }

    /** A number to compare digit by digit: nine decimals, or seven digits and a power of ten. The script's {@code long}. */
    public static String full(double x) {
        double size = Math.abs(x);
        if (hasNoDigits(x)) {
            return word(x);
        }
        return size >= 1e6 || size < 1e-5
                ? power(x, 7)
                : minus(new BigDecimal(x)
                        .setScale(9, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString());
    }

    /** A number with this many significant digits, zeros at the end included. */
    public static String significant(double x, int digits) {
        if (hasNoDigits(x)) {
            return word(x);
        }
        double size = Math.abs(x);
        BigDecimal rounded = round(x, digits);
        int decimals = digits - 1 - exponent(rounded);
        return size >= 1e6 || size < 1e-4 ? power(x, digits) : fixed(x, Math.max(0, decimals));
    }

    /** A number with at most this many significant digits, without zeros at the end, as in a sentence. */
    public static String plain(double x, int digits) {
        String text = significant(x, digits);
        int times = text.indexOf(" ×");
        String mantissa = times < 0 ? text : text.substring(0, times);
        String bare = mantissa.contains(".") ? mantissa.replaceAll("\\.?0+$", "") : mantissa;
        return bare + (times < 0 ? "" : text.substring(times));
    }

    /** A number in a beginner's table: 0 if it is negligible beside the largest number of its kind there. */
    public static String amid(double x, double largest) {
        return Math.abs(x) < NEGLIGIBLE * Math.abs(largest) ? "0" : brief(x);
    }

    /** A count with thin spaces between its thousands, at which no line breaks. */
    public static String count(long count) {
        return Long.toString(count).replaceAll("\\B(?=(\\d{3})+$)", "\u202f");
    }

    /** A share of one as a percentage. */
    public static String percent(double share) {
        return fixed(100 * share, share == 0 || share == 1 ? 0 : 1) + "%";
    }

    private static boolean hasNoDigits(double x) {
        return x == 0 || !Double.isFinite(x);
    }

    /** The text of 0 and of results that are beyond all numbers. */
    private static String word(double x) {
        return x == 0 ? "0" : Double.isNaN(x) ? "not a number" : x > 0 ? "infinite" : "\u2212infinite";
    }

    private static BigDecimal round(double x, int digits) {
        return new BigDecimal(x).round(new MathContext(digits, RoundingMode.HALF_UP));
    }

    private static int exponent(BigDecimal x) {
        return x.precision() - x.scale() - 1;
    }

    /** A number with a fixed count of decimals. */
    public static String fixed(double x, int decimals) {
        return minus(new BigDecimal(x).setScale(decimals, RoundingMode.HALF_UP).toPlainString());
    }

    private static String power(double x, int digits) {
        BigDecimal rounded = round(x, digits);
        int exponent = exponent(rounded);
        String mantissa = rounded.movePointLeft(exponent)
                .setScale(digits - 1, RoundingMode.HALF_UP)
                .toPlainString();
        return minus(mantissa) + " × 10" + raised(exponent);
    }

    private static String raised(int exponent) {
        StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
        Integer.toString(Math.abs(exponent)).chars().forEach(digit -> text.append(RAISED.charAt(digit - '0')));
        return text.toString();
    }

    private static String minus(String text) {
        return text.replace('-', '\u2212');
    }
}
