package downhill.insight.explanation;

import java.util.List;
import java.util.Optional;

/**
 * The computation of one number.
 *
 * @param value the engine's own number, or for a number in between, such as a slope, the value of its parts
 * @param parts the formula that comes to it; absent for what is given: an input, a target, a weight, a setting
 */
public record Explanation(Quantity quantity, double value, Optional<Part> parts, List<Remark> remarks) {
    static Explanation given(Quantity quantity, double value, Remark... remarks) {
        return new Explanation(quantity, value, Optional.empty(), List.of(remarks));
    }

    static Explanation of(Quantity quantity, double value, Part parts, Remark... remarks) {
        return new Explanation(quantity, value, Optional.of(parts), List.of(remarks));
    }

    /** A number that is nothing but the value of its parts. */
    static Explanation of(Quantity quantity, Part parts, Remark... remarks) {
        return of(quantity, parts.value(), parts, remarks);
    }
}
