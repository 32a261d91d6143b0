package downhill.net.activation;

import downhill.math.Curve;
import downhill.math.Formula;
import downhill.math.KernelCurve;
import java.util.Optional;

/** max(0, z), slope 0 at 0. */
public record Relu() implements Activation {
    @Override
    public String name() {
        return "relu";
    }

    @Override
    public Optional<Curve> curve() {
        return Optional.of(KernelCurve.RELU);
    }

    @Override
    public Optional<Formula<SlopeSymbol>> slopeFormula() {
        return Optional.of(SlopeSymbol.step(1, 0));
    }

    @Override
    public ValueRange range() {
        return ValueRange.NOT_NEGATIVE;
    }

    @Override
    public Optional<FlatState> flatState() {
        return Optional.of(FlatState.DEAD);
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
        return NumPyCode.of("return np.maximum(z, 0.0)", "return np.where(z > 0, 1.0, 0.0)");
    }

    @Override
    public PyTorchCode pyTorch() {
        return PyTorchCode.builtIn("F.relu");
    }

    @Override
    public JavaCode java() {
        return JavaCode.of("z <= 0 ? 0 : z", "z > 0 ? 1 : 0");
    }
}
