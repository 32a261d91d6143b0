package downhill.bench;

import java.util.Locale;

/** A line of the report. */
final class Figure {
    private Figure() {}

    /** A ratio beside the least that it should be. */
    static void atLeast(double floor, double ratio, String title, String more) {
        print(ratio, "at least", floor, title, more);
    }

    /** A ratio beside the most that it should be. */
    static void atMost(double ceiling, double ratio, String title, String more) {
        print(ratio, "at most", ceiling, title, more);
    }

    /** A ratio that has no target. */
    static void plain(double ratio, String title, String more) {
        System.out.printf(Locale.ROOT, "%7.2f  (no target)      %s: %s%n", ratio, title, more);
    }

    private static void print(double ratio, String bound, double limit, String title, String more) {
        System.out.printf(
                Locale.ROOT, "%7.2f  (%s %.2f)  %s%s%n", ratio, bound, limit, title, more.isEmpty() ? "" : ": " + more);
    }

    /** Prints a line beside the ratios. */
    static void note(String format, Object... values) {
        System.out.printf(Locale.ROOT, "         " + format + "%n", values);
    }
}
