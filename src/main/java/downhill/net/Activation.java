package downhill.net;

import downhill.math.Curve;
import java.util.List;
import java.util.Optional;

/** What a neuron makes of its weighted input z. {@link #curve()} has each function beside its derivative. */
public sealed interface Activation {
    /** 1 / (1 + e^-z). */
    record Sigmoid() implements Activation {}

    /** The hyperbolic tangent. */
    record Tanh() implements Activation {}

    /** max(0, z), slope 0 at 0. */
    record Relu() implements Activation {}

    /** z above 0, 0.01 z below, slope 0.01 at 0. */
    record LeakyRelu() implements Activation {}

    /** ln(1 + e^z). */
    record Softplus() implements Activation {}

    /** z itself. */
    record Identity() implements Activation {}

    /** e^z over the layer's sum of them; on the last layer only, see {@link LastLayer}. */
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

    /** The function of one neuron's z, with its slope; a softmax has none, its values depend on the whole layer. */
    default Optional<Curve> curve() {
        return switch (this) {
            case Sigmoid a -> Optional.of(Curve.SIGMOID);
            case Tanh a -> Optional.of(Curve.TANH);
            case Relu a -> Optional.of(Curve.RELU);
            case LeakyRelu a -> Optional.of(Curve.LEAKY_RELU);
            case Softplus a -> Optional.of(Curve.SOFTPLUS);
            case Identity a -> Optional.of(Curve.IDENTITY);
            case Softmax a -> Optional.empty();
        };
    }

    /** Whether it passes positive inputs on and holds back negative ones: such layers start with He's weights. */
    default boolean isRectifier() {
        return this instanceof Relu || this instanceof LeakyRelu || this instanceof Softplus;
    }

    /** Whether its values stay within [-1, 1], however large z is. */
    default boolean isBounded() {
        return this instanceof Sigmoid || this instanceof Tanh || this instanceof Softmax;
    }
}
