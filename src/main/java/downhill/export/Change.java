package downhill.export;

import downhill.descent.rule.Hyperparameter;
import downhill.train.spec.Frozen;
import downhill.train.spec.Tweak.BiasValue;
import downhill.train.spec.Tweak.WeightValue;
import downhill.train.step.BatchSchedule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of a tweak that a program has to repeat.
 *
 * @param step the step whose update is the first that it changes
 * @param settings new values of hyperparameters that the program uses
 * @param mean whether a batch's sums become means, where any tweak changes that
 * @param schedule the batches from here on, if they change
 * @param penalty the penalty on large weights from here on, if that changes
 * @param frozen all that is frozen from here on, if that changes
 */
public record Change(
        int step,
        Map<Hyperparameter, Double> settings,
        Optional<Boolean> mean,
        Optional<BatchSchedule> schedule,
        List<WeightValue> weights,
        List<BiasValue> biases,
        Optional<Penalty> penalty,
        Optional<List<Frozen>> frozen) {
    /** Returns whether there is nothing to repeat. */
    public boolean isEmpty() {
        return settings.isEmpty()
                && mean.isEmpty()
                && schedule.isEmpty()
                && weights.isEmpty()
                && biases.isEmpty()
                && penalty.isEmpty()
                && frozen.isEmpty();
    }
}
