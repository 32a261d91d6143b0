package downhill.export;

import downhill.descent.rule.Hyperparameter;
import downhill.net.activation.Activation;
import downhill.train.spec.BatchSpec.Reduce;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A run as the templates of Python programs need it: its numbers as Python, and the expressions that depend on several settings.
 *
 * @param library the name of the module that has the functions of arrays
 */
public record PythonModel(Recipe recipe, String library) implements ProgramModel {
    /** The biases of a layer at step 0. */
    public String biases(int l) {
        double[] biases = recipe.initial().biases(l);
        return isPacked()
                ? "packed(\"" + Literals.packed(biases) + "\", " + biases.length + ")"
                : "array([" + Literals.list(biases, 0, biases.length, " ") + "])";
    }

    @Override
    public String array(double[] flat, int width) {
        return isPacked()
                ? "packed(\"" + Literals.packed(flat) + "\", " + flat.length / width + ", " + width + ")"
                : "array([\n" + Literals.rows(flat, width, '[', ']', "    ") + "])";
    }

    /** The Python name of an activation. */
    public String name(Activation activation) {
        return activation.name().replace('-', '_');
    }

    /** The Python name of a hyperparameter: learningRate is learning_rate. */
    public String name(Hyperparameter parameter) {
        return parameter.key().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** The names of the functions of the first layers, separated by commas. */
    public String names(int layers, String suffix) {
        return recipe.spec().network().activations().stream()
                .limit(layers)
                .map(activation -> name(activation) + suffix)
                .collect(Collectors.joining(", "));
    }

    /** PyTorch's functions of the layers, separated by commas. */
    public String functions() {
        return recipe.spec().network().activations().stream()
                .map(activation -> activation.pyTorch().function())
                .collect(Collectors.joining(", "));
    }

    /** The delta of the last layer, from the derivative by its activations. */
    public String through(String byActivation) {
        return recipe.isSoftmax()
                ? "through_softmax(a, " + byActivation + ")"
                : byActivation + " * " + name(recipe.last()) + "_slope(z, a)";
    }

    /** The factor of a batch's sums. */
    public String scale() {
        String mean = "1.0 / len(x)";
        return recipe.reduces()
                ? mean + " if mean else 1.0"
                : recipe.spec().batch().reduce() == Reduce.MEAN ? mean : "1.0";
    }

    /** The statements that make an update u. */
    public String update() {
        return recipe.code().python().replace("library.", library + ".");
    }

    public String truth(boolean value) {
        return value ? "True" : "False";
    }
}
