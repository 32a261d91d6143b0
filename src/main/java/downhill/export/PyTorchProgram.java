package downhill.export;

import downhill.net.activation.Activation;
import downhill.train.spec.Regularization.Norm;
import java.util.stream.Collectors;

/** A run as a PyTorch program: the backward pass is PyTorch's own, the update is written out. */
final class PyTorchProgram {
    private final Recipe recipe;
    private final PythonNumbers numbers;
    private final Listing program = new Listing();

    private PyTorchProgram(Recipe recipe) {
        this.recipe = recipe;
        this.numbers = new PythonNumbers(recipe);
    }

    static String of(Recipe recipe) {
        var writer = new PyTorchProgram(recipe);
        writer.addHead();
        writer.addFunctions();
        writer.addSettings();
        writer.addLoop();
        return writer.program.toString();
    }

    private void addHead() {
        program.add("\"\"\"" + Captions.title(recipe)).blank();
        program.add("""
                In PyTorch: run it with python3, and it prints the number and the cost of every step. The derivatives are PyTorch's own.
                In the names C is the cost, z the weighted inputs of a layer, a its activations, y the outputs, d the targets.
                \"""

                """);
        program.addIf(numbers.isPacked(), "import base64\nimport zlib");
        program.add(
                "import torch\nimport torch.nn.functional as F\n\ntorch.set_default_dtype(torch.float64)\narray = torch.tensor\n\n");
        program.addIf(numbers.isPacked(), """

                def packed(text, *shape):
                    \"""An array from its bits.\"""
                    bits = bytearray(zlib.decompress(base64.b64decode(text)))
                    return torch.frombuffer(bits, dtype=torch.float64).reshape(shape).clone()

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
        for (Activation activation : NumPyFunctions.activations(recipe)) {
            String definition = PyTorchFunctions.definition(activation);
            program.addIf(!definition.isEmpty(), definition + "\n\n");
        }
        program.add(PyTorchFunctions.cost(recipe)).blank().blank();
        if (recipe.hasFixed()) {
            numbers.addAllFree(program, "torch.ones_like");
        }
    }

    private void addSettings() {
        program.add("activations = ["
                + recipe.spec().network().activations().stream()
                        .map(activation -> activation.pyTorch().function())
                        .collect(Collectors.joining(", "))
                + "]");
        numbers.addSettings(program);
        if (recipe.hasFixed()) {
            numbers.addFrozen(program, recipe.frozen());
        }
        PythonUpdate.addMemory(program, recipe, "torch");
        program.blank();
    }

    private void addLoop() {
        program.add("for step in range(" + (recipe.steps() + 1L) + "):").in();
        numbers.addTweaks(program);
        PythonText.addBatch(program, recipe);
        program.addIf(recipe.drops(), "drawn = draw_masks(step, len(x))");
        program.blank().add("# Forward: z = W a + b, then the activation, layer after layer.");
        program.add("for p in W + b:\n    p.requires_grad_(True).grad = None\na = x");
        program.add("for l in range(L):").in();
        program.add("z = a @ W[l].T + b[l]\na = activations[l](z)");
        program.addIf(recipe.drops(), "if l < L - 1:\n    a = a * masks(l)");
        program.out();
        program.add("scale = " + PythonText.scale(recipe));
        program.add("cost = scale * costs(z, a, d).sum()\nprint(step, cost.item())");
        program.blank().add("# Backward: PyTorch walks the graph of what was just computed.\ncost.backward()");
        program.blank()
                .add("# Update: against the gradient.\nwith torch.no_grad():")
                .in();
        program.add("for i, p in enumerate(W + b):").in();
        program.add("g = p.grad");
        recipe.spec()
                .regularization()
                .ifPresent(r -> program.add("if i < L:   # the penalty on large weights\n    g = g + "
                        + Literals.number(r.rate()) + " * " + (r.norm() == Norm.L1 ? "torch.sign(p)" : "p")));
        PythonUpdate.add(program, recipe, "torch");
        program.add("p.requires_grad_(False)");
        program.out().out().out();
    }
}
