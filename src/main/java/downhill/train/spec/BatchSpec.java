package downhill.train.spec;

/**
 * Which examples one step looks at.
 *
 * @param size examples a step, 0 for the whole training set
 * @param shuffle whether every epoch has a fresh order
 */
public record BatchSpec(int size, boolean shuffle, Reduce reduce) {
    /** What the batch makes of its examples' costs and gradients. */
    public enum Reduce {
        MEAN,
        SUM
    }
}
