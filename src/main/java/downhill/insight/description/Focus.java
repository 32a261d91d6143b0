package downhill.insight.description;

import downhill.insight.description.substep.Substep;
import downhill.net.Parameter;
import java.util.Optional;

/**
 * The selection within a step: a substep, a parameter, a neuron.
 *
 * @param substep the substep inside the step, after which nothing is known yet
 * @param parameter the weight or bias that is selected
 * @param neuron the neuron that is selected
 */
public record Focus(Optional<Substep> substep, Optional<Parameter> parameter, Optional<Neuron> neuron) {
    /** The step as a whole. */
    public static final Focus NONE = new Focus(Optional.empty(), Optional.empty(), Optional.empty());

    /** Neuron j of a layer; layer 1 is the first after the input. */
    public record Neuron(int layer, int j) {}
}
