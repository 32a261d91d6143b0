package downhill.math;

/**
 * A scalar function of a neuron's weighted input, by which the kernels bend a whole layer. Each value stands beside its
 * slope, the derivative at z, which may use the value a already found there.
 */
public enum Curve {
    /** 1 / (1 + e^-z). */
    SIGMOID {
        @Override
        public double value(double z) {
            return Elementary.sigmoid(z);
        }

        @Override
        public double slope(double z, double a) {
            return a * (1 - a);
        }
    },
    /** The hyperbolic tangent. */
    TANH {
        @Override
        public double value(double z) {
            return Elementary.tanh(z);
        }

        @Override
        public double slope(double z, double a) {
            return 1 - a * a;
        }
    },
    /** max(0, z), slope 0 at 0. */
    RELU {
        @Override
        public double value(double z) {
            return z <= 0 ? 0 : z;
        }

        @Override
        public double slope(double z, double a) {
            return z > 0 ? 1 : 0;
        }
    },
    /** z above 0, 0.01 z elsewhere. */
    LEAKY_RELU {
        @Override
        public double value(double z) {
            return z > 0 ? z : LEAK * z;
        }

        @Override
        public double slope(double z, double a) {
            return z > 0 ? 1 : LEAK;
        }
    },
    /** ln(1 + e^z). */
    SOFTPLUS {
        @Override
        public double value(double z) {
            return Elementary.softplus(z);
        }

        @Override
        public double slope(double z, double a) {
            return Elementary.sigmoid(z);
        }
    },
    /** z itself. */
    IDENTITY {
        @Override
        public double value(double z) {
            return z;
        }

        @Override
        public double slope(double z, double a) {
            return 1;
        }
    };

    /** The slope of the leaky rectifier below 0. */
    static final double LEAK = 0.01;

    /** The function at z. */
    public abstract double value(double z);

    /** Its derivative at z, where its value is a. */
    public abstract double slope(double z, double a);
}
