package downhill.train.spec;

import downhill.net.NetworkSpec;
import downhill.net.Parameter;
import java.util.Optional;

/** A check that a network has the weight or the bias at the given indices. */
public final class ParameterBounds {
    private ParameterBounds() {}

    /** The mistake in the indices of a weight or bias, if there is one. */
    public static Optional<String> parameter(NetworkSpec network, Parameter parameter) {
        return switch (parameter) {
            case Parameter.Weight(int l, int j, int k) -> weight(network, l, j, k);
            case Parameter.Bias(int l, int j) -> bias(network, l, j);
        };
    }

    /** The mistake in the indices of a weight, if there is one. */
    public static Optional<String> weight(NetworkSpec network, int l, int j, int k) {
        return bias(network, l, j)
                .or(() -> index("neuron of layer " + l, k, network.layers().get(l)));
    }

    /** The mistake in the indices of a bias, if there is one. */
    public static Optional<String> bias(NetworkSpec network, int l, int j) {
        return layer(network, l)
                .or(() ->
                        index("neuron of layer " + (l + 1), j, network.layers().get(l + 1)));
    }

    static Optional<String> layer(NetworkSpec network, int l) {
        return index("layer of weights", l, network.layers().size() - 1);
    }

    private static Optional<String> index(String what, int index, int count) {
        return index >= 0 && index < count
                ? Optional.empty()
                : Optional.of("There is no " + what + " " + index + "; 0 to " + (count - 1) + " are allowed.");
    }
}
