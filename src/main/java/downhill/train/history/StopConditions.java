package downhill.train.history;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The conditions under which a playing run stops by itself. One that holds already when the run begins to play does not stop it, so that Play goes on
 * after each stop.
 *
 * @param costBelow a cost over the training set
 * @param accuracyAbove a share of training examples that are right, 0 to 1
 * @param step a step number
 * @param still whether to stop when the cost does not change any more
 */
public record StopConditions(OptionalDouble costBelow, OptionalDouble accuracyAbove, OptionalInt step, boolean still) {
    /** Conditions that never hold. */
    public static final StopConditions NONE =
            new StopConditions(OptionalDouble.empty(), OptionalDouble.empty(), OptionalInt.empty(), false);

    /** Tests whether a step's cost or accuracy has to be known. */
    public boolean needScores() {
        return costBelow.isPresent() || accuracyAbove.isPresent();
    }

    /** Those of the conditions on cost and accuracy that do not hold yet, and the others. */
    public StopConditions open(OptionalDouble cost, OptionalDouble accuracy) {
        return new StopConditions(
                isBelow(cost) ? OptionalDouble.empty() : costBelow,
                isAbove(accuracy) ? OptionalDouble.empty() : accuracyAbove,
                step,
                still);
    }

    /** The reason to stop at a step, if there is one. */
    public Optional<Stop> at(int newest, OptionalDouble cost, OptionalDouble accuracy) {
        if (isBelow(cost)) {
            return Optional.of(new Stop.CostBelow(newest, costBelow.orElseThrow()));
        }
        if (isAbove(accuracy)) {
            return Optional.of(new Stop.AccuracyAbove(newest, accuracyAbove.orElseThrow()));
        }
        return step.isPresent() && step.getAsInt() == newest ? Optional.of(new Stop.AtStep(newest)) : Optional.empty();
    }

    private boolean isBelow(OptionalDouble cost) {
        return costBelow.isPresent() && cost.isPresent() && cost.getAsDouble() < costBelow.getAsDouble();
    }

    private boolean isAbove(OptionalDouble accuracy) {
        return accuracyAbove.isPresent()
                && accuracy.isPresent()
                && accuracy.getAsDouble() > accuracyAbove.getAsDouble();
    }
}
