package downhill.math;

/** The curves that have vector loops of their own, in {@link VectorCurves} and {@link VectorKernels}. */
public enum KernelCurve implements Curve {
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
}
