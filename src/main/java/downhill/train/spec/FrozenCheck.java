package downhill.train.spec;

import downhill.net.NetworkSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds weights and biases of a frozen list, or single values, that do not exist in the network. */
public final class FrozenCheck {
    private FrozenCheck() {}

    public static List<Problem> problems(List<Frozen> frozen, NetworkSpec network) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < frozen.size(); i++) {
            String pointer = "/frozen/" + i;
            Optional<String> wrong = switch (frozen.get(i)) {
                case Frozen.Biases f -> Optional.empty();
                case Frozen.Layer f -> ParameterBounds.layer(network, f.l());
                case Frozen.Weight f -> ParameterBounds.weight(network, f.l(), f.j(), f.k());
            };
            wrong.ifPresent(detail -> problems.add(new Problem(pointer, detail)));
        }
        return problems;
    }
}
