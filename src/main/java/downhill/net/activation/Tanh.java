package downhill.net.activation;

import downhill.math.Curve;
import downhill.math.Formula;
import downhill.math.KernelCurve;
import java.util.Optional;
import java.util.Set;

/** The hyperbolic tangent. */
public record Tanh() implements Activation {
    @Override
    public String name() {
        return "tanh";
    }

    @Override
    public Optional<Curve> curve() {
        return Optional.of(KernelCurve.TANH);
    }

    @Override
    public Optional<Formula<SlopeSymbol>> slopeFormula() {
        return Optional.of(SlopeSymbol.A.times(SlopeSymbol.A).rest());
    }

    @Override
    public ValueRange range() {
        return new ValueRange(-1, 1);
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
        return NumPyCode.of("return np.tanh(z)", "return 1.0 - a * a");
    }

    @Override
    public PyTorchCode pyTorch() {
        return PyTorchCode.builtIn("torch.tanh");
    }

    @Override
    public JavaCode java() {
        return new JavaCode("tanh(z)", "1 - a * a", Set.of(ElementaryFunction.TANH));
    }
}
