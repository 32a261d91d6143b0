package downhill.train;

import downhill.net.NetworkSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what is named by a frozen list or by single values but does not exist in the network. */
final class FrozenCheck {
    private FrozenCheck() {}

    static List<Problem> problems(List<Frozen> frozen, NetworkSpec network) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < frozen.size(); i++) {
            String pointer = "/frozen/" + i;
            Optional<String> wrong = switch (frozen.get(i)) {
                case Frozen.Biases f -> Optional.empty();
                case Frozen.Layer f -> layer(network, f.l());
                case Frozen.Weight f -> weight(network, f.l(), f.j(), f.k());
            };
            wrong.ifPresent(detail -> problems.add(new Problem(pointer, detail)));
        }
        return problems;
    }

    /** What is wrong with the indices of a weight, if anything. */
    static Optional<String> weight(NetworkSpec network, int l, int j, int k) {
        return bias(network, l, j)
                .or(() -> index("neuron of layer " + l, k, network.layers().get(l)));
    }

    /** What is wrong with the indices of a bias, if anything. */
    static Optional<String> bias(NetworkSpec network, int l, int j) {
        return layer(network, l)
                .or(() ->
                        index("neuron of layer " + (l + 1), j, network.layers().get(l + 1)));
    }

    private static Optional<String> layer(NetworkSpec network, int l) {
        return index("layer of weights", l, network.layers().size() - 1);
    }

    private static Optional<String> index(String what, int index, int count) {
        return index >= 0 && index < count
                ? Optional.empty()
                : Optional.of("There is no " + what + " " + index + "; 0 to " + (count - 1) + " are allowed.");
    }
}
