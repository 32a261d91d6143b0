package downhill.net;

import java.util.List;
import java.util.Optional;

/** What a neuron makes of its weighted input z. Each function stands beside its derivative. */
public sealed interface Activation {
    /** 1 / (1 + e^-z). */
    record Sigmoid() implements Activation {}

    /** The hyperbolic tangent. */
    record Tanh() implements Activation {}

    /** max(0, z), slope 0 at 0. */
    record Relu() implements Activation {}

    /** z above 0, 0.01 z below. */
    record LeakyRelu() implements Activation {}

    /** ln(1 + e^z). */
    record Softplus() implements Activation {}

    /** z itself. */
    record Identity() implements Activation {}

    /** e^z over the layer's sum of them; on the last layer only. */
    record Softmax() implements Activation {}

    /** All, in the order in which they are offered. */
    static List<Activation> all() {
        return List.of(
                new Sigmoid(), new Tanh(), new Relu(), new LeakyRelu(), new Softplus(), new Identity(), new Softmax());
    }

    /** The activation of this name in a specification, if there is one. */
    static Optional<Activation> named(String name) {
        return all().stream().filter(a -> a.name().equals(name)).findFirst();
    }

    /** The name in a specification. */
    default String name() {
        return switch (this) {
            case Sigmoid a -> "sigmoid";
            case Tanh a -> "tanh";
            case Relu a -> "relu";
            case LeakyRelu a -> "leaky-relu";
            case Softplus a -> "softplus";
            case Identity a -> "identity";
            case Softmax a -> "softmax";
        };
    }
}
