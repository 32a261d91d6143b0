package downhill.descent;

/**
 * How a gradient g becomes an update u of the parameters w &larr; w + u; the hyperparameters of one rule. The learning rate
 * stands beside it in {@link Optimizer}.
 */
public sealed interface UpdateRule {
    /**
     * Gradient descent with momentum: v &larr; momentum*v - learningRate*g; u = v. With Nesterov's look-ahead (in the form
     * of Sutskever et al., 2013, where w is the point looked ahead to) u = momentum*v - learningRate*g with the new v.
     */
    record Sgd(double momentum, boolean nesterov) implements UpdateRule {
        @Override
        public void update(
                double rate,
                int count,
                double[] g,
                OptimizerMemory before,
                OptimizerMemory after,
                double[] u,
                int from,
                int to) {
            double[] old = before.first();
            double[] v = after.first();
            if (momentum == 0) {
                for (int i = from; i < to; i++) {
                    u[i] = v[i] = -rate * g[i];
                }
            } else if (nesterov) {
                for (int i = from; i < to; i++) {
                    v[i] = momentum * old[i] - rate * g[i];
                    u[i] = momentum * v[i] - rate * g[i];
                }
            } else {
                for (int i = from; i < to; i++) {
                    u[i] = v[i] = momentum * old[i] - rate * g[i];
                }
            }
        }
    }

    /** RMSProp (Tieleman and Hinton, 2012): s &larr; decay*s + (1-decay) g^2; u = -learningRate * g / (sqrt(s) + epsilon). */
    record RmsProp(double decay, double epsilon) implements UpdateRule {
        @Override
        public void update(
                double rate,
                int count,
                double[] g,
                OptimizerMemory before,
                OptimizerMemory after,
                double[] u,
                int from,
                int to) {
            double[] old = before.first();
            double[] s = after.first();
            for (int i = from; i < to; i++) {
                s[i] = decay * old[i] + (1 - decay) * (g[i] * g[i]);
                u[i] = -rate * g[i] / (Math.sqrt(s[i]) + epsilon);
            }
        }
    }

    /** AdaGrad (Duchi, Hazan and Singer, 2011): s &larr; s + g^2; u = -learningRate * g / (sqrt(s) + epsilon). */
    record AdaGrad(double epsilon) implements UpdateRule {
        @Override
        public void update(
                double rate,
                int count,
                double[] g,
                OptimizerMemory before,
                OptimizerMemory after,
                double[] u,
                int from,
                int to) {
            double[] old = before.first();
            double[] s = after.first();
            for (int i = from; i < to; i++) {
                s[i] = old[i] + g[i] * g[i];
                u[i] = -rate * g[i] / (Math.sqrt(s[i]) + epsilon);
            }
        }
    }

    /**
     * Adam (Kingma and Ba, 2015, algorithm 1): m &larr; beta1*m + (1-beta1) g; s &larr; beta2*s + (1-beta2) g^2;
     * u = -learningRate * (m / (1-beta1^t)) / (sqrt(s / (1-beta2^t)) + epsilon) in update t = 1, 2, …
     */
    record Adam(double beta1, double beta2, double epsilon) implements UpdateRule {
        @Override
        public int moments() {
            return 2;
        }

        @Override
        public void update(
                double rate,
                int count,
                double[] g,
                OptimizerMemory before,
                OptimizerMemory after,
                double[] u,
                int from,
                int to) {
            double[] oldM = before.first();
            double[] oldS = before.second();
            double[] m = after.first();
            double[] s = after.second();
            double bias1 = 1 - power(beta1, count + 1L);
            double bias2 = 1 - power(beta2, count + 1L);
            for (int i = from; i < to; i++) {
                m[i] = beta1 * oldM[i] + (1 - beta1) * g[i];
                s[i] = beta2 * oldS[i] + (1 - beta2) * (g[i] * g[i]);
                u[i] = -rate * (m[i] / bias1) / (Math.sqrt(s[i] / bias2) + epsilon);
            }
        }

        /** base^exponent, by squaring. */
        private static double power(double base, long exponent) {
            double power = 1;
            double square = base;
            for (long rest = exponent; rest > 0; rest >>= 1) {
                power *= (rest & 1) == 1 ? square : 1;
                square *= square;
            }
            return power;
        }
    }

    /**
     * The updates of the parameters from .. to-1; no other place is read or written.
     *
     * @param rate the learning rate
     * @param count how many updates were made before this one
     * @param g the gradient
     * @param before what the rule remembers of the updates before
     * @param after what it will remember, the result
     * @param u the updates, the result; if {@link #remembersUpdate} it may be the array of after's first moments
     */
    void update(
            double rate,
            int count,
            double[] g,
            OptimizerMemory before,
            OptimizerMemory after,
            double[] u,
            int from,
            int to);

    /** Whether what the rule remembers first is the update itself: then one array can be both. */
    default boolean remembersUpdate() {
        return this instanceof Sgd sgd && !sgd.nesterov();
    }

    /** How many numbers the rule remembers of each parameter. */
    default int moments() {
        return 1;
    }

    /** The rule's name in a specification. */
    default String name() {
        return switch (this) {
            case Sgd s -> "sgd";
            case RmsProp r -> "rmsprop";
            case AdaGrad a -> "adagrad";
            case Adam a -> "adam";
        };
    }
}
