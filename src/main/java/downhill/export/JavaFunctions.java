package downhill.export;

import downhill.net.Activation;
import downhill.net.Cost;
import java.util.HashSet;
import java.util.Set;

/** The functions of a Java program: activations with their slopes, the cost with its derivative. */
final class JavaFunctions {
    private JavaFunctions() {}

    /** The elementary functions that the network needs. */
    static void addElementary(Listing program, Recipe recipe) {
        Set<Activation> used = new HashSet<>(recipe.spec().network().activations());
        boolean entropy = recipe.spec().cost() instanceof Cost.CrossEntropy;
        boolean softplus = used.contains(new Activation.Softplus());
        boolean sigmoid = used.contains(new Activation.Sigmoid()) || softplus;
        boolean tanh = used.contains(new Activation.Tanh());
        program.addIf(sigmoid || tanh || softplus || used.contains(new Activation.Softmax()), JavaText.EXP);
        program.addIf(softplus || entropy, JavaText.LOG);
        program.addIf(softplus || (entropy && !isSoftmax(recipe)), JavaText.SOFTPLUS);
        program.addIf(sigmoid, JavaText.SIGMOID);
        program.addIf(tanh, JavaText.TANH);
    }

    static boolean isSoftmax(Recipe recipe) {
        return recipe.last() instanceof Activation.Softmax;
    }

    /** A neuron's activation as an expression of z. */
    static String value(Activation activation) {
        return switch (activation) {
            case Activation.Sigmoid a -> "sigmoid(z)";
            case Activation.Tanh a -> "tanh(z)";
            case Activation.Relu a -> "z <= 0 ? 0 : z";
            case Activation.LeakyRelu a -> "z > 0 ? z : 0.01 * z";
            case Activation.Softplus a -> "softplus(z)";
            case Activation.Identity a -> "z";
            case Activation.Softmax a -> throw new IllegalArgumentException("a softmax is no function of one z");
        };
    }

    /** Its derivative as an expression of z and of the value a found there. */
    static String slope(Activation activation) {
        return switch (activation) {
            case Activation.Sigmoid a -> "a * (1 - a)";
            case Activation.Tanh a -> "1 - a * a";
            case Activation.Relu a -> "z > 0 ? 1 : 0";
            case Activation.LeakyRelu a -> "z > 0 ? 1 : 0.01";
            case Activation.Softplus a -> "sigmoid(z)";
            case Activation.Identity a -> "1";
            case Activation.Softmax a -> throw new IllegalArgumentException("a softmax has no slope of its own");
        };
    }

    static final String SOFTMAX = """
            static double[] softmax(double[] z) {
                double largest = Arrays.stream(z).max().getAsDouble(), sum = 0;
                double[] y = new double[z.length];
                for (int j = 0; j < z.length; j++) sum += y[j] = exp(z[j] - largest);
                for (int j = 0; j < z.length; j++) y[j] /= sum;
                return y;
            }

            """;

    /** The cost of one example. */
    static String cost(Recipe recipe) {
        String each = switch (recipe.spec().cost()) {
            case Cost.HalfSquaredError c -> """
                    double cost = 0;
                    for (int j = 0; j < y.length; j++) {
                        double error = error(y[j], d[j]);
                        cost += error * error / 2;
                    }
                    return cost;
                    """;
            case Cost.MeanSquaredError c -> """
                    double cost = 0;
                    for (int j = 0; j < y.length; j++) cost += error(y[j], d[j]) * error(y[j], d[j]);
                    return cost / y.length;
                    """;
            case Cost.CrossEntropy c when isSoftmax(recipe) -> """
                    // -sum of d ln y, from z, so that no logarithm of 0 is ever taken
                    double largest = Arrays.stream(z).max().getAsDouble(), sum = 0, cost = 0;
                    for (double one : z) sum += exp(one - largest);
                    double rest = log(sum);
                    for (int j = 0; j < z.length; j++) cost += d[j] * (rest - (z[j] - largest));
                    return cost;
                    """;
            case Cost.CrossEntropy c -> """
                    // -(d ln y + (1-d) ln(1-y)), from z, so that no logarithm of 0 is ever taken
                    double cost = 0;
                    for (int j = 0; j < z.length; j++) {
                        cost += softplus(-Math.abs(z[j])) + (z[j] > 0 ? (1 - d[j]) * z[j] : -d[j] * z[j]);
                    }
                    return cost;
                    """;
        };
        return "/** One example's cost, from its last layer's z, its outputs y and its targets d. */\n"
                + "static double cost(double[] z, double[] y, double[] d) {\n" + each.indent(4) + "}\n\n";
    }

    /** y - d, but for a margin. */
    static String error(Recipe recipe) {
        String value = "y - d";
        if (recipe.margin() != 0) {
            String margin = Literals.number(recipe.margin());
            value = "(d > %s ? y > d - %s : y < d + %s) ? 0 : y - d"
                    .formatted(Literals.number(recipe.middle()), margin, margin);
        }
        return "static double error(double y, double d) {\n    return " + value + ";\n}\n\n";
    }

    /** dC/dz of the last layer. */
    static String lastDelta(Recipe recipe) {
        boolean entropy = recipe.spec().cost() instanceof Cost.CrossEntropy;
        boolean mean = recipe.spec().cost() instanceof Cost.MeanSquaredError;
        String byOutput = "error(y[j], d[j])" + (mean ? " * (2.0 / y.length)" : "");
        var text = new StringBuilder("/** dC/dz of the last layer"
                + (entropy ? "" : ": through the cost, then through the activation") + ". */\n"
                + "static double[] lastDelta(double[] z, double[] y, double[] d) {\n"
                + "    double[] delta = new double[y.length];\n");
        if (entropy || !isSoftmax(recipe)) {
            text.append("    for (int j = 0; j < y.length; j++) delta[j] = ")
                    .append(byOutput)
                    .append(entropy ? ";\n" : " * slope(L - 1, z[j], y[j]);\n");
        } else {
            text.append("    double mean = 0;\n    for (int j = 0; j < y.length; j++) {\n        delta[j] = ")
                    .append(byOutput)
                    .append(";\n        mean += y[j] * delta[j];\n    }\n")
                    .append("    for (int j = 0; j < y.length; j++) delta[j] = y[j] * (delta[j] - mean);\n");
        }
        return text.append("    return delta;\n}\n\n").toString();
    }
}
