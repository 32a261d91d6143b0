package downhill.train.spec;

/** A penalty on the size of the weights, part of the gradient: rate*sum|w| (L1) or rate/2*sum w^2 (L2). */
public record Regularization(Norm norm, double rate) {
    /** The penalised norm. */
    public enum Norm {
        L1,
        L2
    }

    /** The penalty of the first count numbers of w. */
    public double penalty(double[] w, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += norm == Norm.L1 ? Math.abs(w[i]) : w[i] * w[i];
        }
        return norm == Norm.L1 ? rate * sum : rate / 2 * sum;
    }

    /** Adds the penalty's derivative by the numbers from .. to-1 of w: rate * sign(w), 0 at 0, or rate * w. */
    public void addSlope(double[] w, double[] gradient, int from, int to) {
        for (int i = from; i < to; i++) {
            gradient[i] += rate * (norm == Norm.L1 ? Math.signum(w[i]) : w[i]);
        }
    }
}
