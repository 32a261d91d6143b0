package downhill.course.grading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers in sentences. */
final class Words {
    private static final MathContext DIGITS = new MathContext(4);

    private Words() {}

    /** A number with about four digits. */
    static String number(double x) {
        if (!Double.isFinite(x)) {
            return "beyond all numbers";
        }
        double size = StrictMath.abs(x);
        String text = size != 0 && (size < 1e-4 || size >= 1e6)
                ? String.format(Locale.ROOT, "%.2e", x)
                : new BigDecimal(x).round(DIGITS).stripTrailingZeros().toPlainString();
        return text.replace('-', '\u2212');
    }

    static String count(int n, String one) {
        return n + " " + one + (n == 1 ? "" : "s");
    }
}
