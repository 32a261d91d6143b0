package downhill.export;

import downhill.descent.UpdateRule;
import downhill.train.spec.Tweak.Hyperparameter;

/** The update of every parameter as Python, which NumPy's arrays and PyTorch's tensors take alike. */
final class PythonUpdate {
    private PythonUpdate() {}

    /** What the rule remembers from step to step, all zero before the first. */
    static void addMemory(Listing program, Recipe recipe, String library) {
        String zeros = " = [" + library + ".zeros_like(p) for p in W + b]";
        switch (recipe.rule()) {
            case UpdateRule.Sgd r ->
                program.addIf(recipe.uses(Hyperparameter.MOMENTUM), "v" + zeros + "   # velocities");
            case UpdateRule.RmsProp r -> program.add("s" + zeros + "   # mean squares of the gradients");
            case UpdateRule.AdaGrad r -> program.add("s" + zeros + "   # sums of the squared gradients");
            case UpdateRule.Adam r -> {
                program.add("m" + zeros + "   # means of the gradients");
                program.add("s" + zeros + "   # mean squares of the gradients");
            }
        }
    }

    /** From the gradient g of the parameters p, the i-th array of W + b, to their update u, which is added. */
    static void add(Listing program, Recipe recipe, String library) {
        switch (recipe.rule()) {
            case UpdateRule.Sgd r when !recipe.uses(Hyperparameter.MOMENTUM) -> program.add("u = -learning_rate * g");
            case UpdateRule.Sgd r -> {
                remember(program, recipe, library, "v", "momentum * v[i] - learning_rate * g");
                program.add(r.nesterov() ? "u = momentum * v[i] - learning_rate * g" : "u = v[i]");
            }
            case UpdateRule.RmsProp r -> {
                remember(program, recipe, library, "s", "decay * s[i] + (1 - decay) * g * g");
                program.add("u = -learning_rate * g / (" + library + ".sqrt(s[i]) + epsilon)");
            }
            case UpdateRule.AdaGrad r -> {
                remember(program, recipe, library, "s", "s[i] + g * g");
                program.add("u = -learning_rate * g / (" + library + ".sqrt(s[i]) + epsilon)");
            }
            case UpdateRule.Adam r -> {
                remember(program, recipe, library, "m", "beta1 * m[i] + (1 - beta1) * g");
                remember(program, recipe, library, "s", "beta2 * s[i] + (1 - beta2) * g * g");
                program.add("mean_g, mean_square = m[i] / (1 - beta1 ** (step + 1)), s[i] / (1 - beta2 ** (step + 1))");
                program.add("u = -learning_rate * mean_g / (" + library + ".sqrt(mean_square) + epsilon)");
            }
        }
        program.addIf(
                recipe.uses(Hyperparameter.WEIGHT_DECAY),
                "if i < L:   # weights decay, biases do not\n    u = u - weight_decay * (p + u)");
        program.add(recipe.hasFixed() ? "p += free[i] * u" : "p += u");
    }

    private static void remember(Listing program, Recipe recipe, String library, String name, String value) {
        program.add(
                recipe.hasFixed()
                        ? name + "[i] = " + library + ".where(free[i] > 0, " + value + ", " + name + "[i])"
                        : name + "[i] = " + value);
    }
}
