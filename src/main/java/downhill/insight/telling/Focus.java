package downhill.insight.telling;

import downhill.insight.Nudge;
import java.util.Optional;

/**
 * What one looks at more closely than at the step as a whole.
 *
 * @param moment the moment inside the step, after which nothing is known yet
 * @param weight the weight that is selected
 * @param neuron the neuron that is looked into
 */
public record Focus(Optional<Moment> moment, Optional<Nudge.Place> weight, Optional<Neuron> neuron) {
    /** The step as a whole. */
    public static final Focus NONE = new Focus(Optional.empty(), Optional.empty(), Optional.empty());

    /** Neuron j of a layer; layer 1 is the first after the input. */
    public record Neuron(int layer, int j) {}
}
