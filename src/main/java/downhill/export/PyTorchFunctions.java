package downhill.export;

import downhill.net.Cost;
import downhill.net.activation.Activation;
import downhill.net.activation.PyTorchCode;
import downhill.net.activation.Softmax;

/** The functions of a PyTorch program; their derivatives are PyTorch's business. */
final class PyTorchFunctions {
    private PyTorchFunctions() {}

    /** The definition of an activation that PyTorch has not in this form; nothing for the others. */
    static String definition(Activation activation) {
        PyTorchCode code = activation.pyTorch();
        return code.body()
                .map(body -> NumPyFunctions.function(code.function() + "(z)", body))
                .orElse("");
    }

    /** The cost of each example. */
    static String cost(Recipe recipe) {
        String body = switch (recipe.spec().cost()) {
            case Cost.HalfSquaredError c when c.margin() == 0 -> "return ((y - d) ** 2 / 2.0).sum(dim=1)";
            case Cost.HalfSquaredError c -> {
                String margin = Literals.number(c.margin());
                yield """
                        # no error for an output on the right side of its target by the margin
                            right = torch.where(d > %s, y > d - %s, y < d + %s)
                            return (torch.where(right, torch.zeros_like(y), y - d) ** 2 / 2.0).sum(dim=1)""".formatted(Literals.number(recipe.middle()), margin, margin);
            }
            case Cost.MeanSquaredError c -> "return ((y - d) ** 2).mean(dim=1)";
            case Cost.CrossEntropy c
            when recipe.last() instanceof Softmax ->
                "return -(d * F.log_softmax(z, dim=1)).sum(dim=1)   # from z, so that no logarithm of 0 is ever taken";
            case Cost.CrossEntropy c -> """
                    # from z, so that no logarithm of 0 is ever taken
                        return F.binary_cross_entropy_with_logits(z, d, reduction="none").sum(dim=1)""";
        };
        return "def costs(z, y, d):\n    \"\"\"One number for each example.\"\"\"\n    " + body + "\n";
    }
}
