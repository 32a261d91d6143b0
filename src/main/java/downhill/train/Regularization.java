package downhill.train;

/** A penalty on the size of the weights, part of the gradient: rate*sum|w| (L1) or rate/2*sum w^2 (L2). */
public record Regularization(Norm norm, double rate) {
    /** Which norm is penalised. */
    public enum Norm {
        L1,
        L2
    }
}
