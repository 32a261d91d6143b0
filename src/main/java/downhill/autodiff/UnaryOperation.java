package downhill.autodiff;

import java.util.Optional;

/**
 * An operation on one operand a, each value beside its derivative. Both are computed by {@link StrictMath}, so that they
 * have the same bits everywhere.
 *
 * <p>Where a function has a kink, the slope is one of those between its left and its right slope, by convention:
 * {@code relu} and {@code abs} have slope 0 at 0.
 */
public enum UnaryOperation implements Operation {
    /** A second name for a node. */
    IDENTITY("identity", "1", "") {
        @Override
        public double value(double a) {
            return a;
        }

        @Override
        public double derivative(double a) {
            return 1;
        }
    },
    NEGATE("negate", "-1", "") {
        @Override
        public double value(double a) {
            return -a;
        }

        @Override
        public double derivative(double a) {
            return -1;
        }
    },
    EXP("exp", "exp(a)", "") {
        @Override
        public double value(double a) {
            return StrictMath.exp(a);
        }

        @Override
        public double derivative(double a) {
            return StrictMath.exp(a);
        }
    },
    /** The natural logarithm. */
    LOG("log", "1/a", "log needs a number above 0.") {
        @Override
        public double value(double a) {
            return StrictMath.log(a);
        }

        @Override
        public double derivative(double a) {
            return 1 / a;
        }
    },
    SQRT("sqrt", "1/(2*sqrt(a))", "sqrt needs a number that is not negative, and it is infinitely steep at 0.") {
        @Override
        public double value(double a) {
            return StrictMath.sqrt(a);
        }

        @Override
        public double derivative(double a) {
            return 1 / (2 * StrictMath.sqrt(a));
        }
    },
    SIN("sin", "cos(a)", "") {
        @Override
        public double value(double a) {
            return StrictMath.sin(a);
        }

        @Override
        public double derivative(double a) {
            return StrictMath.cos(a);
        }
    },
    COS("cos", "-sin(a)", "") {
        @Override
        public double value(double a) {
            return StrictMath.cos(a);
        }

        @Override
        public double derivative(double a) {
            return -StrictMath.sin(a);
        }
    },
    TANH("tanh", "1 - tanh(a)^2", "") {
        @Override
        public double value(double a) {
            return StrictMath.tanh(a);
        }

        @Override
        public double derivative(double a) {
            double y = value(a);
            return 1 - y * y;
        }
    },
    /** The logistic function 1 / (1 + e^-a). */
    SIGMOID("sigmoid", "sigmoid(a)*(1 - sigmoid(a))", "") {
        @Override
        public double value(double a) {
            return 1 / (1 + StrictMath.exp(-a));
        }

        @Override
        public double derivative(double a) {
            double y = value(a);
            return y * (1 - y);
        }
    },
    /** max(0, a). */
    RELU("relu", "1 if a > 0, else 0", "") {
        @Override
        public double value(double a) {
            return a > 0 ? a : 0;
        }

        @Override
        public double derivative(double a) {
            return a > 0 ? 1 : 0;
        }

        @Override
        Optional<String> note(double a) {
            return a == 0
                    ? Optional.of("relu has a corner at 0, so it has no slope there. By convention, 0 is used.")
                    : Optional.empty();
        }
    },
    ABS("abs", "1 if a > 0, -1 if a < 0, 0 at 0", "") {
        @Override
        public double value(double a) {
            return StrictMath.abs(a);
        }

        @Override
        public double derivative(double a) {
            return a > 0 ? 1 : a < 0 ? -1 : 0;
        }

        @Override
        Optional<String> note(double a) {
            return a == 0
                    ? Optional.of("abs has a corner at 0, so it has no slope there. By convention, 0 is used.")
                    : Optional.empty();
        }
    };

    private final String symbol;
    private final String rule;
    private final String domain;

    UnaryOperation(String symbol, String rule, String domain) {
        this.symbol = symbol;
        this.rule = rule;
        this.domain = domain;
    }

    /** f(a). */
    public abstract double value(double a);

    /** df/da. */
    public abstract double derivative(double a);

    /** The convention that gave the value or the derivative at this operand, if one did. */
    Optional<String> note(double a) {
        return Optional.empty();
    }

    /** The derivative as a formula in a. */
    public String rule() {
        return rule;
    }

    /** The operands for which the operation is not defined, as a sentence, or empty. */
    String domain() {
        return domain;
    }

    /** Tests whether the operation is written as a function of its name. */
    boolean isFunction() {
        return this != IDENTITY && this != NEGATE;
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public int arity() {
        return 1;
    }
}
