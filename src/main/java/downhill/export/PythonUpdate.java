package downhill.export;

import downhill.descent.rule.Hyperparameter;
import downhill.descent.rule.RuleCode.MomentCode;

/** The update of every parameter as Python, which NumPy's arrays and PyTorch's tensors take alike. */
final class PythonUpdate {
    private PythonUpdate() {}

    /** What the rule remembers from step to step, all zero before the first. */
    static void addMemory(Listing program, Recipe recipe, String library) {
        String zeros = " = [" + library + ".zeros_like(p) for p in W + b]";
        for (MomentCode moment : recipe.code().moments()) {
            program.add(moment.variable() + zeros + "   # " + moment.remark());
        }
    }

    /** From the gradient g of the parameters p, the i-th array of W + b, to their update u, which is added. */
    static void add(Listing program, Recipe recipe, String library) {
        for (MomentCode moment : recipe.code().moments()) {
            remember(program, recipe, library, moment.variable(), moment.python());
        }
        program.add(recipe.code().python().replace("library.", library + "."));
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
