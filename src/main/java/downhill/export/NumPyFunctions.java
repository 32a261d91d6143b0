package downhill.export;

import downhill.net.Cost;
import downhill.net.activation.Activation;
import downhill.net.activation.NumPyCode;
import downhill.net.activation.Softmax;
import java.util.LinkedHashSet;
import java.util.Set;

/** The functions of a NumPy program: each activation with its slope, the cost with its derivative. */
final class NumPyFunctions {
    private NumPyFunctions() {}

    /** An activation and its slope as Python functions of z, and of the value a already found there. */
    static String activation(Activation activation) {
        NumPyCode code = activation.numPy();
        String value = function(name(activation) + "(z)", code.value());
        return code.slope()
                .map(slope -> value + "\n\n" + function(name(activation) + "_slope(z, a)", slope))
                .orElse(value);
    }

    /** The definition of a Python function. */
    static String function(String head, String body) {
        return "def " + head + ":\n" + body.indent(4);
    }

    /** The Python name of an activation. */
    static String name(Activation activation) {
        return activation.name().replace('-', '_');
    }

    /** Every activation of the network once. */
    static Set<Activation> activations(Recipe recipe) {
        return new LinkedHashSet<>(recipe.spec().network().activations());
    }

    /** The cost of each example and its derivative by the last layer's z. */
    static String cost(Recipe recipe) {
        boolean softmax = recipe.last() instanceof Softmax;
        return switch (recipe.spec().cost()) {
            case Cost.HalfSquaredError c -> error(recipe) + """
                    def costs(z, y, d):
                        \"""Half the squared error, summed over the outputs: one number for each example.\"""
                        return (error(y, d) ** 2 / 2.0).sum(axis=1)


                    def last_delta(z, y, d):
                        \"""dC/dz of the last layer: through the cost, then through the activation.\"""
                        return\s""" + through(recipe, "error(y, d)") + "\n";
            case Cost.MeanSquaredError c -> """
                    def costs(z, y, d):
                        \"""The squared error, averaged over the outputs: one number for each example.\"""
                        return ((y - d) ** 2).mean(axis=1)


                    def last_delta(z, y, d):
                        \"""dC/dz of the last layer: through the cost, then through the activation.\"""
                        return\s""" + through(recipe, "(y - d) * (2.0 / y.shape[1])") + "\n";
            case Cost.CrossEntropy c when softmax -> """
                    def costs(z, y, d):
                        \"""-sum of d ln y, from z, so that no logarithm of 0 is ever taken.\"""
                        shifted = z - z.max(axis=1, keepdims=True)
                        return (d * (np.log(np.exp(shifted).sum(axis=1, keepdims=True)) - shifted)).sum(axis=1)


                    def last_delta(z, y, d):
                        \"""dC/dz of the last layer: softmax and cross-entropy together leave just this.\"""
                        return y - d
                    """;
            case Cost.CrossEntropy c -> """
                    def costs(z, y, d):
                        \"""-(d ln y + (1-d) ln(1-y)), from z, so that no logarithm of 0 is ever taken.\"""
                        return (np.log1p(np.exp(-np.abs(z))) + np.where(z > 0, (1.0 - d) * z, -d * z)).sum(axis=1)


                    def last_delta(z, y, d):
                        \"""dC/dz of the last layer: sigmoid and cross-entropy together leave just this.\"""
                        return y - d
                    """;
        };
    }

    private static String error(Recipe recipe) {
        if (recipe.margin() == 0) {
            return """
                    def error(y, d):
                        return y - d


                    """;
        }
        return """
                def error(y, d):
                    \"""y - d, or 0 for an output on the right side of its target by the margin.\"""
                    right = np.where(d > %s, y > d - %s, y < d + %s)
                    return np.where(right, 0.0, y - d)


                """.formatted(
                Literals.number(recipe.middle()), Literals.number(recipe.margin()), Literals.number(recipe.margin()));
    }

    private static String through(Recipe recipe, String byActivation) {
        return recipe.last() instanceof Softmax
                ? "through_softmax(y, " + byActivation + ")"
                : byActivation + " * " + name(recipe.last()) + "_slope(z, y)";
    }

    /** From the derivative by a softmax layer's activations to the one by its z. */
    static final String THROUGH_SOFTMAX = """
            def through_softmax(y, g):
                \"""Each output of a softmax feels every z of its layer.\"""
                return y * (g - (y * g).sum(axis=1, keepdims=True))
            """;
}
