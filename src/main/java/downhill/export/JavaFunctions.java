package downhill.export;

import downhill.net.Cost;
import downhill.net.activation.ElementaryFunction;
import downhill.net.activation.Softmax;
import java.util.EnumSet;
import java.util.Set;

/** The functions of a Java program: activations with their slopes, the cost with its derivative. */
final class JavaFunctions {
    private JavaFunctions() {}

    /** The elementary functions that the network needs. */
    static void addElementary(Listing program, Recipe recipe) {
        Set<ElementaryFunction> needed = EnumSet.noneOf(ElementaryFunction.class);
        recipe.spec()
                .network()
                .activations()
                .forEach(a -> needed.addAll(a.java().functions()));
        if (recipe.spec().cost() instanceof Cost.CrossEntropy) {
            needed.add(isSoftmax(recipe) ? ElementaryFunction.LOG : ElementaryFunction.SOFTPLUS);
        }
        for (ElementaryFunction function : ElementaryFunction.values()) {
            boolean isCalled =
                    needed.stream().anyMatch(f -> f == function || f.needs().contains(function));
            program.addIf(isCalled, JavaText.definition(function));
        }
    }

    static boolean isSoftmax(Recipe recipe) {
        return recipe.last() instanceof Softmax;
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
