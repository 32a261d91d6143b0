package downhill.course.grading;

import downhill.course.Check.Numeric;
import downhill.course.Check.Tolerance;

/** Hints by the kind of mistake, for a question that has none for it: the sign, a factor of ten, a rough number, the size. */
final class Slips {
    private static final int MOST_POWER = 6;
    /** Within this share of the truth an answer is only too rough. */
    private static final double ROUGH = 0.1;
    /** The factor, up or down, from which the hint says that an answer is far too large or too small. */
    private static final double FAR = 10;

    private Slips() {}

    static String hint(double x, double truth, Numeric check) {
        Tolerance tolerance = check.tolerance();
        if (tolerance.allows(-x, truth)) {
            return "<p>The size is right, but the sign is wrong.</p>";
        }
        int power = power(x, truth, tolerance);
        if (power != 0) {
            String size = StrictMath.abs(x) > StrictMath.abs(truth) ? "large" : "small";
            String times = power == 1 ? "ten times" : power == 2 ? "a hundred times" : "by a power of ten";
            return "<p>The digits are right, but the number is "
                    + (power > 2 ? "too " + size + " " + times : times + " too " + size) + ".</p>";
        }
        if (isCount(x) && isCount(truth) && StrictMath.abs(x - truth) == 1) {
            return "<p>Almost. You counted one too " + (x > truth ? "many" : "few") + ". " + check.begin() + "</p>";
        }
        if (truth != 0 && StrictMath.abs(x / truth - 1) < ROUGH && !(isCount(x) && isCount(truth))) {
            return "<p>Close, but not close enough. Keep one or two more digits in each step of your calculation.</p>";
        }
        return "<p>" + (distance(x, truth) + " " + check.begin()).strip() + "</p>";
    }

    private static boolean isCount(double x) {
        return x > 0 && x == StrictMath.rint(x);
    }

    /** The difference between the number and the truth, too rough to give the truth away. */
    private static String distance(double x, double truth) {
        if (truth == 0) {
            return "";
        }
        if (x == 0) {
            return "The answer is not 0.";
        }
        if (x > 0 != truth > 0) {
            return "Your number is "
                    + (x > 0 ? "positive, but the answer is negative." : "negative, but the answer is positive.");
        }
        double times = StrictMath.abs(x / truth);
        return (truth > 0 ? "Your number is " : "The sign is right, but without it your number is ")
                + (times > FAR || times < 1 / FAR ? "more than ten times too " : "too ")
                + (times > 1 ? "large." : "small.");
    }

    /** The power of ten between two numbers of the same digits; 0 if there is none. */
    private static int power(double x, double truth, Tolerance tolerance) {
        if (x == 0 || truth == 0) {
            return 0;
        }
        double scaled = 1;
        for (int power = 1; power <= MOST_POWER; power++) {
            scaled *= 10;
            if (tolerance.allows(x * scaled, truth) || tolerance.allows(x / scaled, truth)) {
                return power;
            }
        }
        return 0;
    }
}
