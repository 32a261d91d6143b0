package downhill.net.activation;

import downhill.math.Curve;
import downhill.math.Formula;
import java.util.Optional;

/**
 * The function that makes a neuron's output of its weighted input z, with all that the rest of the program needs to know of
 * it: initial weights, explanations, exported programs, the interface's description and the pages derive from this.
 */
public interface Activation {
    /** The name in a specification: lower case, with hyphens. */
    String name();

    /** The name that learners read. */
    default String label() {
        return name();
    }

    /** The function of one neuron's z, with its slope; a softmax has none, its values depend on the whole layer. */
    Optional<Curve> curve();

    /** The slope as the formula that explains it; empty where there is no curve. */
    Optional<Formula<SlopeSymbol>> slopeFormula();

    /** The values that it can take. */
    ValueRange range();

    /** The state of a neuron that is on a flat part of the curve for nearly every example, if figures should warn of it. */
    default Optional<FlatState> flatState() {
        return Optional.empty();
    }

    /** Returns whether it passes positive inputs on and holds back negative ones: such layers start with He's weights. */
    default boolean isRectifier() {
        return false;
    }

    /** Tests whether the function is made of straight pieces that meet at 0 in height 0. */
    default boolean isLinearOnEachSide() {
        return isRectifier();
    }

    /** Returns whether the playground offers it for hidden layers. */
    default boolean isInPlayground() {
        return false;
    }

    /** The curve that figures draw. */
    default Curve drawnCurve() {
        return curve().orElseThrow();
    }

    /** Its functions in a NumPy program. */
    NumPyCode numPy();

    /** Its function in a PyTorch program. */
    PyTorchCode pyTorch();

    /** Its expressions in a Java program. */
    JavaCode java();
}
