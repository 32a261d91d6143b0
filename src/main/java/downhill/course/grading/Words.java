package downhill.course.grading;

import downhill.course.Goal.Bound;
import downhill.math.text.NumberText;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Numbers in sentences. */
final class Words {
    private static final int DIGITS = 4;

    private Words() {}

    /** A number with at most four digits. */
    static String number(double x) {
        return NumberText.plain(x, DIGITS);
    }

    /** The numbers that a bound allows. */
    static String bound(Bound bound) {
        return Stream.of(
                        bound.above().stream().mapToObj(low -> "above " + number(low)),
                        bound.below().stream().mapToObj(high -> "below " + number(high)))
                .flatMap(words -> words)
                .collect(Collectors.joining(" and "));
    }

    static String count(int n, String one) {
        return NumberText.count(n) + " " + one + (n == 1 ? "" : "s");
    }
}
