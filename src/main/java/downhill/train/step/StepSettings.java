package downhill.train.step;

import downhill.descent.Optimizer;
import downhill.net.Ranges;
import downhill.net.Shape;
import downhill.train.spec.Frozen;
import downhill.train.spec.Hyperparameters;
import downhill.train.spec.Regularization;
import downhill.train.spec.Tweak;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The settings that a tweak can change, beside single weights and biases.
 *
 * @param regularization the penalty, if it has a rate above 0
 * @param active the parameters that are updated: they exist and are not frozen
 * @param fixed all others: their update is 0, and the update rule's memory of them does not change
 */
public record StepSettings(
        Optimizer optimizer,
        BatchSchedule schedule,
        Optional<Regularization> regularization,
        List<Frozen> frozen,
        Ranges active,
        Ranges fixed) {
    static StepSettings of(
            Optimizer optimizer,
            BatchSchedule schedule,
            Optional<Regularization> regularization,
            List<Frozen> frozen,
            Shape shape,
            BitSet missing) {
        BitSet fixed = (BitSet) missing.clone();
        for (Frozen f : frozen) {
            switch (f) {
                case Frozen.Biases b -> fixed.set(shape.weights(), shape.parameters());
                case Frozen.Layer layer -> {
                    int l = layer.l();
                    fixed.set(shape.weightsAt(l), shape.weightsAt(l) + shape.width(l) * shape.width(l + 1));
                    fixed.set(shape.biasesAt(l), shape.biasesAt(l + 1));
                }
                case Frozen.Weight w -> fixed.set(shape.weight(w.l(), w.j(), w.k()));
            }
        }
        BitSet active = (BitSet) fixed.clone();
        active.flip(0, shape.parameters());
        return new StepSettings(
                optimizer,
                schedule,
                regularization.filter(penalty -> penalty.rate() > 0),
                frozen,
                Ranges.of(active),
                Ranges.of(fixed));
    }

    /** The rate of the penalty, 0 if there is none. It is asked for at every step, so it makes no object. */
    double penaltyRate() {
        return regularization.isPresent() ? regularization.get().rate() : 0;
    }

    /** These settings with a tweak's changes from a step on; RefusedException for what the optimizer does not have. */
    StepSettings with(Tweak tweak, int step, Shape shape, BitSet missing) {
        return of(
                Hyperparameters.changed(optimizer, tweak.optimizer()),
                schedule.with(tweak.batch(), step),
                tweak.regularization().or(() -> regularization),
                tweak.frozen().map(List::copyOf).orElse(frozen),
                shape,
                missing);
    }

    /** These settings for a training set of another size from a step on. */
    StepSettings withExamples(int count, int step) {
        return new StepSettings(optimizer, schedule.withExamples(count, step), regularization, frozen, active, fixed);
    }

    /** Tests whether the update rule's memory is the update as it will be added. */
    boolean remembersUpdate() {
        return optimizer.rule().remembersUpdate() && optimizer.weightDecay() == 0 && fixed.count() == 0;
    }

    /** Tests whether the update is the gradient times the learning rate, for every parameter, and nothing else. */
    boolean isPlainDescent() {
        return remembersUpdate() && optimizer.rule().isPlainDescent();
    }
}
