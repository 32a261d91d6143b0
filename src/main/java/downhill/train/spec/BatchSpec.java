package downhill.train.spec;

/**
 * The examples of one step.
 *
 * @param size examples a step, 0 for the whole training set
 * @param shuffle whether every epoch has a fresh order
 */
public record BatchSpec(int size, boolean shuffle, Reduce reduce) {
    /** The reduction of the batch's costs and gradients to one. */
    public enum Reduce {
        MEAN,
        SUM
    }
}
