package downhill.net.activation;

import downhill.math.Curve;
import downhill.math.Formula;
import downhill.math.KernelCurve;
import java.util.Optional;
import java.util.Set;

/** ln(1 + e^z). */
public record Softplus() implements Activation {
    @Override
    public String name() {
        return "softplus";
    }

    @Override
    public Optional<Curve> curve() {
        return Optional.of(KernelCurve.SOFTPLUS);
    }

    @Override
    public Optional<Formula<SlopeSymbol>> slopeFormula() {
        return Optional.of(SlopeSymbol.other(new Sigmoid()));
    }

    @Override
    public ValueRange range() {
        return ValueRange.NOT_NEGATIVE;
    }

    @Override
    public boolean isRectifier() {
        return true;
    }

    @Override
    public boolean isInPlayground() {
        return true;
    }

    @Override
    public NumPyCode numPy() {
        return NumPyCode.of("return np.maximum(z, 0.0) + np.log1p(np.exp(-np.abs(z)))", """
                power = np.exp(-np.abs(z))
                return np.where(z < 0, power, 1.0) / (1.0 + power)   # the sigmoid of z
                """);
    }

    @Override
    public PyTorchCode pyTorch() {
        return PyTorchCode.defined("softplus", "return torch.logaddexp(z, torch.zeros_like(z))");
    }

    @Override
    public JavaCode java() {
        return new JavaCode(
                "softplus(z)", "sigmoid(z)", Set.of(ElementaryFunction.SOFTPLUS, ElementaryFunction.SIGMOID));
    }
}
