package downhill.net.activation;

import java.util.List;
import java.util.Optional;

/** The activations that there are. */
public final class Activations {
    private static final List<Activation> ALL = List.of(
            new Tanh(), new Relu(), new Sigmoid(), new LeakyRelu(), new Softplus(), new Identity(), new Softmax());

    private Activations() {}

    /** All, in the order in which they are offered. */
    public static List<Activation> all() {
        return ALL;
    }

    /** Those that the playground offers for hidden layers. */
    public static List<Activation> inPlayground() {
        return ALL.stream().filter(Activation::isInPlayground).toList();
    }

    /** The names in a specification. */
    public static List<String> names() {
        return ALL.stream().map(Activation::name).toList();
    }

    /** The activation of this name in a specification, if there is one. */
    public static Optional<Activation> named(String name) {
        return ALL.stream().filter(a -> a.name().equals(name)).findFirst();
    }
}
