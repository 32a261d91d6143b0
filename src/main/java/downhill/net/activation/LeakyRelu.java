package downhill.net.activation;

import downhill.math.Curve;
import downhill.math.Formula;
import downhill.math.KernelCurve;
import java.util.Optional;

/** z above 0, 0.01 z below, slope 0.01 at 0. */
public record LeakyRelu() implements Activation {
    @Override
    public String name() {
        return "leaky-relu";
    }

    @Override
    public Optional<Curve> curve() {
        return Optional.of(KernelCurve.LEAKY_RELU);
    }

    @Override
    public Optional<Formula<SlopeSymbol>> slopeFormula() {
        return Optional.of(SlopeSymbol.step(1, 0.01));
    }

    @Override
    public ValueRange range() {
        return ValueRange.ANY;
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
        return NumPyCode.of("return np.where(z > 0, z, 0.01 * z)", "return np.where(z > 0, 1.0, 0.01)");
    }

    @Override
    public PyTorchCode pyTorch() {
        return PyTorchCode.builtIn("F.leaky_relu");
    }

    @Override
    public JavaCode java() {
        return JavaCode.of("z > 0 ? z : 0.01 * z", "z > 0 ? 1 : 0.01");
    }
}
