package downhill.net.activation;

import java.util.Set;

/** The functions of {@link downhill.math.Elementary} that an exported Java program can define, in the order of their definitions. */
public enum ElementaryFunction {
    EXP,
    LOG,
    SOFTPLUS,
    SIGMOID,
    TANH;

    /** The functions above it that its definition needs. */
    public Set<ElementaryFunction> needs() {
        return switch (this) {
            case EXP -> Set.of();
            case LOG, SIGMOID, TANH -> Set.of(EXP);
            case SOFTPLUS -> Set.of(EXP, LOG);
        };
    }
}
