package downhill.export;

import downhill.net.activation.Activation;
import downhill.net.activation.ElementaryFunction;
import downhill.net.activation.JavaCode;
import downhill.train.spec.BatchSpec.Reduce;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A run as the templates of a Java program need it: its numbers as Java, and the expressions that depend on several settings. */
public record JavaModel(Recipe recipe) implements ProgramModel {
    /** The engine adds up a batch's gradients in parts of this number of examples. */
    public static final int PART = 512;

    /** The most statements that fit in a method. */
    public static final int MOST_STATEMENTS = 500;

    /** The longest constant text of a class has 65,535 bytes. */
    private static final int LONGEST_TEXT = 60_000;

    /** Returns whether a batch can have more than one part. */
    public boolean isInParts() {
        return recipe.data().size() > PART;
    }

    /** The biases of a layer at step 0. */
    public String biases(int l) {
        double[] biases = recipe.initial().biases(l);
        return isPacked()
                ? array(biases, biases.length) + "[0]"
                : "{" + Literals.list(biases, 0, biases.length, "    ") + "}";
    }

    @Override
    public String array(double[] flat, int width) {
        if (!isPacked()) {
            return "{\n" + Literals.rows(flat, width, '{', '}', "    ") + "}";
        }
        String text = Literals.packed(flat);
        var pieces = new StringBuilder("unpacked(" + width);
        for (int i = 0; i < text.length(); i += LONGEST_TEXT) {
            pieces.append(",\n    \"")
                    .append(text, i, Math.min(i + LONGEST_TEXT, text.length()))
                    .append('"');
        }
        return pieces.append(')').toString();
    }

    /** One expression where batches are averaged, another one where they are summed. */
    public String reduced(String mean, String sum) {
        return recipe.reduces()
                ? "(mean ? " + mean + " : " + sum + ")"
                : recipe.spec().batch().reduce() == Reduce.MEAN ? mean : sum;
    }

    /** The code of each layer's activation; a softmax layer, the last one, has none. */
    public List<JavaCode> curves() {
        return recipe.spec().network().activations().stream()
                .filter(activation -> activation.curve().isPresent())
                .map(Activation::java)
                .toList();
    }

    /** The derivative of the cost by the output j. */
    public String byOutput() {
        return "error(a[j], y[j])" + (recipe.isMeanSquared() ? " * (2.0 / a.length)" : "");
    }

    /** The elementary functions that the program calls. */
    public List<ElementaryFunction> elementary() {
        Set<ElementaryFunction> called = EnumSet.noneOf(ElementaryFunction.class);
        recipe.activations()
                .forEach(activation -> called.addAll(activation.java().functions()));
        if (recipe.isEntropy()) {
            called.add(recipe.isSoftmax() ? ElementaryFunction.LOG : ElementaryFunction.SOFTPLUS);
        }
        return Arrays.stream(ElementaryFunction.values())
                .filter(function -> called.contains(function)
                        || called.stream().anyMatch(f -> f.needs().contains(function)))
                .toList();
    }
}
