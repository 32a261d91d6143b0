package downhill.autodiff;

import java.util.List;

/** The tree of an expression as it was written; names are not looked up yet. */
sealed interface Expression {
    /** The stretch of the typed text that the expression was read from. */
    Span span();

    /** A number. */
    record Literal(double value, Span span) implements Expression {}

    /** A name used as an operand. */
    record Reference(String name, Span span) implements Expression {}

    /** An operation on operands. */
    record Application(Operation operation, List<Expression> operands, Span span) implements Expression {}
}
