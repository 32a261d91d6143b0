package downhill.math;

import java.util.List;

/**
 * A formula of symbols, as the classes of activations and update rules give it, from which a number is explained.
 *
 * @param <S> the symbols
 */
public sealed interface Formula<S> {
    /** A symbol. */
    record Symbol<S>(S symbol) implements Formula<S> {}

    record Constant<S>(double value) implements Formula<S> {}

    record Sum<S>(List<Formula<S>> terms) implements Formula<S> {}

    record Difference<S>(Formula<S> from, Formula<S> taken) implements Formula<S> {}

    record Product<S>(List<Formula<S>> factors) implements Formula<S> {}

    record Quotient<S>(Formula<S> over, Formula<S> under) implements Formula<S> {}

    record Power<S>(Formula<S> base, int exponent) implements Formula<S> {}

    record Root<S>(Formula<S> of) implements Formula<S> {}

    record Opposite<S>(Formula<S> of) implements Formula<S> {}

    /** -1, 0 or 1, as the number is below, at or above 0. */
    record Sign<S>(Formula<S> of) implements Formula<S> {}

    static <S> Formula<S> of(S symbol) {
        return new Symbol<>(symbol);
    }

    static <S> Formula<S> constant(double value) {
        return new Constant<>(value);
    }

    default Formula<S> plus(Formula<S> other) {
        return new Sum<>(List.of(this, other));
    }

    default Formula<S> minus(Formula<S> taken) {
        return new Difference<>(this, taken);
    }

    default Formula<S> times(Formula<S> other) {
        return new Product<>(List.of(this, other));
    }

    default Formula<S> over(Formula<S> under) {
        return new Quotient<>(this, under);
    }

    default Formula<S> squared() {
        return new Power<>(this, 2);
    }

    default Formula<S> root() {
        return new Root<>(this);
    }

    default Formula<S> opposite() {
        return new Opposite<>(this);
    }

    default Formula<S> sign() {
        return new Sign<>(this);
    }

    /** 1 less this. */
    default Formula<S> rest() {
        return new Difference<>(new Constant<>(1), this);
    }
}
