package downhill.autodiff;

import java.util.Optional;

/**
 * An operation on two operands a and b, each value beside its two derivatives.
 *
 * <p>Conventions where there is no derivative: {@code max} and {@code min} give each operand half at a tie, so that
 * max(a, -a) agrees with abs(a). {@code 0^0} is 1, and {@code a^0} has slope 0 by a everywhere. By its exponent, a power has
 * slope 0 where the base is negative (it is defined for whole exponents only) and where the base is 0.
 */
public enum BinaryOperation implements Operation {
    ADD("+", "1", "1", "") {
        @Override
        public double value(double a, double b) {
            return a + b;
        }

        @Override
        public double byFirst(double a, double b) {
            return 1;
        }

        @Override
        public double bySecond(double a, double b) {
            return 1;
        }
    },
    SUBTRACT("-", "1", "-1", "") {
        @Override
        public double value(double a, double b) {
            return a - b;
        }

        @Override
        public double byFirst(double a, double b) {
            return 1;
        }

        @Override
        public double bySecond(double a, double b) {
            return -1;
        }
    },
    MULTIPLY("*", "b", "a", "") {
        @Override
        public double value(double a, double b) {
            return a * b;
        }

        @Override
        public double byFirst(double a, double b) {
            return b;
        }

        @Override
        public double bySecond(double a, double b) {
            return a;
        }
    },
    DIVIDE(
            "/",
            "1/b",
            "-a/b^2",
            "Division by 0 is impossible, and by a number very close to 0 it gives a result that is too large.") {
        @Override
        public double value(double a, double b) {
            return a / b;
        }

        @Override
        public double byFirst(double a, double b) {
            return 1 / b;
        }

        // -a/b/b, since b*b may overflow where the quotient does not
        @Override
        public double bySecond(double a, double b) {
            return -a / b / b;
        }
    },
    POWER(
            "^",
            "b*a^(b - 1)",
            "a^b*log(a)",
            "A negative number needs a whole exponent, and 0 needs one that is not negative. Below exponent 1 a power is"
                    + " infinitely steep at 0.") {
        @Override
        public double value(double a, double b) {
            return StrictMath.pow(a, b);
        }

        @Override
        public double byFirst(double a, double b) {
            return b == 0 ? 0 : b * StrictMath.pow(a, b - 1);
        }

        @Override
        public double bySecond(double a, double b) {
            return a > 0 ? StrictMath.pow(a, b) * StrictMath.log(a) : 0;
        }

        @Override
        Optional<String> note(double a, double b) {
            return a < 0 || (a == 0 && b == 0)
                    ? Optional.of("This power has no slope with respect to its exponent here. We take it to be 0.")
                    : Optional.empty();
        }
    },
    MAX("max", "1 if a > b, 1/2 if a = b, else 0", "1 if b > a, 1/2 if a = b, else 0", "") {
        @Override
        public double value(double a, double b) {
            return StrictMath.max(a, b);
        }

        @Override
        public double byFirst(double a, double b) {
            return share(a, b);
        }

        @Override
        public double bySecond(double a, double b) {
            return share(b, a);
        }

        @Override
        Optional<String> note(double a, double b) {
            return tie("max", a, b);
        }
    },
    MIN("min", "1 if a < b, 1/2 if a = b, else 0", "1 if b < a, 1/2 if a = b, else 0", "") {
        @Override
        public double value(double a, double b) {
            return StrictMath.min(a, b);
        }

        @Override
        public double byFirst(double a, double b) {
            return share(b, a);
        }

        @Override
        public double bySecond(double a, double b) {
            return share(a, b);
        }

        @Override
        Optional<String> note(double a, double b) {
            return tie("min", a, b);
        }
    };

    private final String symbol;
    private final String firstRule;
    private final String secondRule;
    private final String domain;

    BinaryOperation(String symbol, String firstRule, String secondRule, String domain) {
        this.symbol = symbol;
        this.firstRule = firstRule;
        this.secondRule = secondRule;
        this.domain = domain;
    }

    /** f(a, b). */
    public abstract double value(double a, double b);

    /** df/da. */
    public abstract double byFirst(double a, double b);

    /** df/db. */
    public abstract double bySecond(double a, double b);

    /** The convention that gave the value or the derivative at these operands, if one did. */
    Optional<String> note(double a, double b) {
        return Optional.empty();
    }

    private static double share(double larger, double smaller) {
        return larger > smaller ? 1 : larger == smaller ? 0.5 : 0;
    }

    private static Optional<String> tie(String name, double a, double b) {
        return a == b
                ? Optional.of(name + " has a kink where its operands are equal. Each of them gets half of the slope.")
                : Optional.empty();
    }

    /** df/da as a formula in a and b. */
    public String firstRule() {
        return firstRule;
    }

    /** df/db as a formula in a and b. */
    public String secondRule() {
        return secondRule;
    }

    /** The operands for which the operation is not defined, as a sentence, or empty. */
    String domain() {
        return domain;
    }

    /** Tests whether the operation is written as a function of its name. */
    boolean isFunction() {
        return this == MAX || this == MIN;
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public int arity() {
        return 2;
    }
}
