package downhill.train.spec;

import downhill.descent.rule.Hyperparameter;
import downhill.train.spec.BatchSpec.Reduce;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A change to a run while it goes on. It acts on the update from one step on and alters no earlier step.
 *
 * @param optimizer new values of some hyperparameters
 * @param regularization replaces the whole penalty; a rate of 0 takes it away
 * @param frozen replaces the whole list of what is frozen
 */
public record Tweak(
        Map<Hyperparameter, Double> optimizer,
        Batch batch,
        Optional<Regularization> regularization,
        Optional<List<Frozen>> frozen,
        List<WeightValue> weights,
        List<BiasValue> biases) {

    /** A tweak that leaves the penalty as it is. */
    public Tweak(
            Map<Hyperparameter, Double> optimizer,
            Batch batch,
            Optional<List<Frozen>> frozen,
            List<WeightValue> weights,
            List<BiasValue> biases) {
        this(optimizer, batch, Optional.empty(), frozen, weights, biases);
    }

    /** A change of the batch; what is absent stays. */
    public record Batch(Optional<Integer> size, Optional<Boolean> shuffle, Optional<Reduce> reduce) {
        public static final Batch NONE = new Batch(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The weight from neuron k of layer l to neuron j of layer l+1 gets this value. */
    public record WeightValue(int l, int j, int k, double value) {}

    /** The bias of neuron j of layer l+1 gets this value. */
    public record BiasValue(int l, int j, double value) {}

    /** A change of the learning rate alone. */
    public static Tweak learningRate(double value) {
        return new Tweak(
                new EnumMap<>(Map.of(Hyperparameter.LEARNING_RATE, value)),
                Batch.NONE,
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** The tweak itself, and each weight, bias and frozen part that it names: the memory that it takes grows with them. */
    public long changes() {
        return 1L + weights.size() + biases.size() + frozen.map(List::size).orElse(0);
    }
}
