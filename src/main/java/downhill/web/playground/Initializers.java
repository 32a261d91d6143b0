package downhill.web.playground;

import downhill.net.Initializer;
import java.util.Optional;

/** The distributions of the initial weights as a control: a name of a specification, or the one that fits the activation. */
final class Initializers {
    private Initializers() {}

    /** The field of a specification that holds the size of these initial weights; empty if their size is fixed. */
    static Optional<String> sizeOf(String name) {
        return switch (name) {
            case "uniform" -> Optional.of("range");
            case "normal" -> Optional.of("scale");
            case "constant" -> Optional.of("value");
            default -> Optional.empty();
        };
    }

    /** The control's text for an initializer. */
    static String name(Initializer initializer) {
        return switch (initializer) {
            case Initializer.Uniform i -> "uniform";
            case Initializer.Normal i -> "normal";
            case Initializer.XavierUniform i -> "xavier-uniform";
            case Initializer.XavierNormal i -> "xavier-normal";
            case Initializer.HeUniform i -> "he-uniform";
            case Initializer.HeNormal i -> "he-normal";
            case Initializer.Zeros i -> "zeros";
            case Initializer.Constant i -> "constant";
            case Initializer.ByActivation i -> Controls.AUTOMATIC;
        };
    }

    /** The size of its weights, where it can be chosen; else 1. */
    static double size(Initializer initializer) {
        return switch (initializer) {
            case Initializer.Uniform i -> i.range();
            case Initializer.Normal i -> i.scale();
            case Initializer.Constant i -> i.value();
            default -> 1;
        };
    }
}
