package downhill.insight.telling;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as they are read: about three digits, a true minus sign, powers of ten only where they are needed. */
final class Numbers {
    /** What is so near below a power of ten is read as that power. */
    private static final double ROUNDING = 1e-9;

    private Numbers() {}

    static String of(double value) {
        double size = Math.abs(value) * (1 + ROUNDING);
        if (size == 0 || !Double.isFinite(size)) {
            return plain(value);
        }
        if (size < 1e5 && value == Math.rint(value)) {
            return Long.toString((long) value).replace('-', '\u2212');
        }
        String text = size >= 1e5 || size < 1e-4 ? power(value, 2) : fixed(value, size);
        return text.replace('-', '\u2212');
    }

    /** What has no digits: 0, and what is beyond all numbers, as a sum of very large ones may be. */
    private static String plain(double value) {
        return value == 0 ? "0" : Double.isNaN(value) ? "no number" : value > 0 ? "infinite" : "\u2212infinite";
    }

    /** A change, with its sign always there. */
    static String signed(double value) {
        return value > 0 ? "+" + of(value) : of(value);
    }

    /** A number as it is compared: nine decimals, or seven digits and a power of ten, without zeros at the end. */
    static String exact(double value) {
        double size = Math.abs(value);
        if (size == 0 || !Double.isFinite(size)) {
            return plain(value);
        }
        String text = size >= 1e6 || size < 1e-5
                ? power(value, 6)
                : new BigDecimal(value)
                        .setScale(9, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
        return text.replace('-', '\u2212');
    }

    /** A number with so many digits, as it is compared digit by digit. */
    static String digits(double value, int digits) {
        double size = Math.abs(value);
        if (size == 0 || !Double.isFinite(size)) {
            return plain(value);
        }
        String text = size >= 1e6 || size < 1e-4
                ? power(value, digits - 1)
                : new BigDecimal(value).round(new MathContext(digits)).toPlainString();
        return text.replace('-', '\u2212');
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, share == 0 || share == 1 ? "%.0f%%" : "%.1f%%", 100 * share);
    }

    /** "1 neuron", "3 neurons". */
    static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static String fixed(double value, double size) {
        int digits = size >= 1000
                ? 0
                : size >= 100 ? 1 : size >= 10 ? 2 : size >= 0.1 ? 3 : size >= 0.01 ? 4 : size >= 0.001 ? 5 : 6;
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    private static String power(double value, int digits) {
        String[] parts = String.format(Locale.ROOT, "%." + digits + "e", value).split("e", -1);
        return parts[0] + " times 10 to the " + Integer.parseInt(parts[1]);
    }
}
