package downhill.net;

import downhill.net.activation.Activation;
import java.util.List;
import java.util.Optional;

/**
 * The shape of a network and how it starts.
 *
 * @param layers neurons in each layer, the input first
 * @param activations one for each layer after the input
 * @param given initial weights and biases in full; they replace the initializer
 * @param groups layers that are cut into unconnected blocks, usually none
 */
public record NetworkSpec(
        List<Integer> layers,
        List<Activation> activations,
        Initializer initializer,
        Optional<Given> given,
        List<Group> groups) {

    /**
     * Weights and biases in full.
     *
     * @param weights [l][j][k], from neuron k of layer l to neuron j of layer l+1
     * @param biases [l][j], of neuron j of layer l+1
     */
    public record Given(List<List<List<Double>>> weights, List<List<Double>> biases) {}
}
