package downhill.net.activation;

import downhill.math.Curve;
import downhill.math.Formula;
import downhill.math.KernelCurve;
import java.util.Optional;

/** z itself. */
public record Identity() implements Activation {
    @Override
    public String name() {
        return "identity";
    }

    @Override
    public Optional<Curve> curve() {
        return Optional.of(KernelCurve.IDENTITY);
    }

    @Override
    public Optional<Formula<SlopeSymbol>> slopeFormula() {
        return Optional.of(Formula.constant(1));
    }

    @Override
    public ValueRange range() {
        return ValueRange.ANY;
    }

    @Override
    public boolean isLinearOnEachSide() {
        return true;
    }

    @Override
    public boolean isInPlayground() {
        return true;
    }

    @Override
    public NumPyCode numPy() {
        return NumPyCode.of("return z", "return np.ones_like(z)");
    }

    @Override
    public PyTorchCode pyTorch() {
        return PyTorchCode.defined("identity", "return z");
    }

    @Override
    public JavaCode java() {
        return JavaCode.of("z", "1");
    }
}
