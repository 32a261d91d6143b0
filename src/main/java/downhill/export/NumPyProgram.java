package downhill.export;

import downhill.net.Cost;
import downhill.net.activation.Softmax;
import downhill.train.spec.Regularization.Norm;
import java.util.stream.Collectors;

/** A run as a NumPy program: the forward pass, the backward pass and the update by hand, no automatic derivatives. */
final class NumPyProgram {
    private final Recipe recipe;
    private final PythonNumbers numbers;
    private final Listing program = new Listing();

    private NumPyProgram(Recipe recipe) {
        this.recipe = recipe;
        this.numbers = new PythonNumbers(recipe);
    }

    static String of(Recipe recipe) {
        var writer = new NumPyProgram(recipe);
        writer.addHead();
        writer.addFunctions();
        writer.addSettings();
        writer.addLoop();
        return writer.program.toString();
    }

    private void addHead() {
        program.add("\"\"\"" + Captions.title(recipe)).blank();
        program.add("""
                Backpropagation by hand, in NumPy: run it with python3, and it prints the number and the cost of every step.
                In the names C is the cost, z the weighted inputs of a layer, a its activations, y the outputs, d the targets.
                \"""

                """);
        program.addIf(numbers.isPacked(), "import base64\nimport zlib");
        program.add("import numpy as np\n\n");
        program.add("array = np.array\n\n");
        program.addIf(numbers.isPacked(), """

                def packed(text, *shape):
                    \"""An array from its bits.\"""
                    return np.frombuffer(zlib.decompress(base64.b64decode(text)), dtype="<f8").reshape(shape).copy()

                """);
        numbers.addArrays(program);
        program.add("L = len(W)");
        program.addIf(
                recipe.isShuffled() || recipe.drops(), "SEED = " + recipe.spec().seed());
        program.addIf(recipe.drops(), PythonText.dropout(recipe));
        program.blank().blank();
    }

    private void addFunctions() {
        program.addIf(recipe.isShuffled() || recipe.drops(), PythonText.GENERATOR);
        program.addIf(recipe.isShuffled(), PythonText.ORDER);
        program.addIf(recipe.drops(), PythonText.MASKS);
        NumPyFunctions.activations(recipe)
                .forEach(a -> program.add(NumPyFunctions.activation(a)).blank().blank());
        boolean alone = recipe.last() instanceof Softmax && !(recipe.spec().cost() instanceof Cost.CrossEntropy);
        program.addIf(alone, NumPyFunctions.THROUGH_SOFTMAX + "\n\n");
        program.add(NumPyFunctions.cost(recipe)).blank().blank();
        if (recipe.hasFixed()) {
            numbers.addAllFree(program, "np.ones_like");
        }
    }

    private void addSettings() {
        program.add("activations = [" + names(recipe.depth(), "") + "]");
        program.addIf(recipe.depth() > 1, "slopes = [" + names(recipe.depth() - 1, "_slope") + "]");
        numbers.addSettings(program);
        if (recipe.hasFixed()) {
            numbers.addFrozen(program, recipe.frozen());
        }
        PythonUpdate.addMemory(program, recipe, "np");
        program.blank();
    }

    private String names(int count, String suffix) {
        return recipe.spec().network().activations().stream()
                .limit(count)
                .map(a -> NumPyFunctions.name(a) + suffix)
                .collect(Collectors.joining(", "));
    }

    private void addLoop() {
        program.add("for step in range(" + (recipe.steps() + 1L) + "):").in();
        numbers.addTweaks(program);
        PythonText.addBatch(program, recipe);
        program.addIf(recipe.drops(), "drawn = draw_masks(step, len(x))");
        addForward();
        addBackward();
        program.blank().add("# Update: against the gradient.");
        program.add("for i, (p, g) in enumerate(zip(W + b, dW + db)):").in();
        PythonUpdate.add(program, recipe, "np");
        program.out().out();
    }

    private void addForward() {
        program.blank().add("# Forward: z = W a + b, then the activation, layer after layer.");
        program.add("a, z" + (recipe.drops() ? ", value" : "") + " = [x], []" + (recipe.drops() ? ", []" : ""));
        program.add("for l in range(L):").in();
        program.add("z.append(a[l] @ W[l].T + b[l])");
        if (recipe.drops()) {
            program.add("value.append(activations[l](z[l]))");
            program.add("a.append(value[l] * masks(l) if l < L - 1 else value[l])");
        } else {
            program.add("a.append(activations[l](z[l]))");
        }
        program.out();
        program.add("scale = " + PythonText.scale(recipe));
        program.add("cost = scale * costs(z[-1], a[-1], d).sum()");
        program.add("print(step, float(cost))");
    }

    private void addBackward() {
        program.blank().add("# Backward: delta = dC/dz of each example, from the last layer to the first.");
        program.add("delta = last_delta(z[-1], a[-1], d)");
        program.add("dW, db = [None] * L, [None] * L");
        program.add("for l in reversed(range(L)):").in();
        program.add("dW[l] = scale * (delta.T @ a[l])   # dC/dW[j, k] = the sum of delta[j] a[k] over the examples");
        program.add("db[l] = scale * delta.sum(axis=0)");
        if (recipe.depth() > 1) {
            program.add("if l > 0:").in();
            program.add("delta = delta @ W[l]" + (recipe.drops() ? " * masks(l - 1)" : "")
                    + "   # back through the weights: dC/da of the layer below");
            program.add("delta = delta * slopes[l - 1](z[l - 1], " + (recipe.drops() ? "value[l - 1]" : "a[l]")
                    + ")   # and through its activation");
            program.out();
        }
        recipe.spec().regularization().ifPresent(r -> {
            String slope = r.norm() == Norm.L1 ? "np.sign(W[l])" : "W[l]";
            program.add("dW[l] += " + Literals.number(r.rate()) + " * " + slope + "   # the penalty on large weights");
        });
        program.out();
    }
}
