package downhill.course.grading;

import downhill.math.NumberText;

/** Numbers in sentences. */
final class Words {
    private static final int DIGITS = 4;

    private Words() {}

    /** A number with at most four digits. */
    static String number(double x) {
        return NumberText.plain(x, DIGITS);
    }

    static String count(int n, String one) {
        return n + " " + one + (n == 1 ? "" : "s");
    }
}
