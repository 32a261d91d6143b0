package downhill.net.activation;

import downhill.math.Curve;
import downhill.math.Formula;
import downhill.math.KernelCurve;
import java.util.Optional;
import java.util.Set;

/** 1 / (1 + e^-z). */
public record Sigmoid() implements Activation {
    @Override
    public String name() {
        return "sigmoid";
    }

    @Override
    public Optional<Curve> curve() {
        return Optional.of(KernelCurve.SIGMOID);
    }

    @Override
    public Optional<Formula<SlopeSymbol>> slopeFormula() {
        return Optional.of(SlopeSymbol.A.times(SlopeSymbol.A.rest()));
    }

    @Override
    public ValueRange range() {
        return ValueRange.SHARES;
    }

    @Override
    public Optional<FlatState> flatState() {
        return Optional.of(FlatState.SATURATED);
    }

    @Override
    public boolean isInPlayground() {
        return true;
    }

    @Override
    public NumPyCode numPy() {
        return NumPyCode.of("""
                power = np.exp(-np.abs(z))   # never too large
                return np.where(z < 0, power, 1.0) / (1.0 + power)
                """, "return a * (1.0 - a)");
    }

    @Override
    public PyTorchCode pyTorch() {
        return PyTorchCode.builtIn("torch.sigmoid");
    }

    @Override
    public JavaCode java() {
        return new JavaCode("sigmoid(z)", "a * (1 - a)", Set.of(ElementaryFunction.SIGMOID));
    }
}
