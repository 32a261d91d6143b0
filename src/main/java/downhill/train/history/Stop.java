package downhill.train.history;

/** The reason why a run stopped by itself. */
public sealed interface Stop {
    /** The step at which it stopped. */
    int step();

    /**
     * A cost that does not change any more.
     *
     * @param steps the number of last steps in which the cost did not change
     * @param change the change that counts as none
     */
    record Still(int step, int steps, double change) implements Stop {}

    /** A cost over the training set below the limit that was asked for. */
    record CostBelow(int step, double limit) implements Stop {}

    /** A share of right training examples above the limit that was asked for. */
    record AccuracyAbove(int step, double limit) implements Stop {}

    /** The step that was asked for. */
    record AtStep(int step) implements Stop {}

    /** The last step that any run can make. */
    record LastStep(int step) implements Stop {}

    /** The run's past needs more memory than its owner may have. */
    record NoMemory(int step) implements Stop {}
}
