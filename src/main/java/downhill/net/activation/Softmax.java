package downhill.net.activation;

import downhill.math.Curve;
import downhill.math.Formula;
import downhill.math.KernelCurve;
import java.util.Optional;
import java.util.Set;

/** e^z over the layer's sum of them; on the last layer only, see {@code LastLayer}. */
public record Softmax() implements Activation {
    @Override
    public String name() {
        return "softmax";
    }

    @Override
    public Optional<Curve> curve() {
        return Optional.empty();
    }

    @Override
    public Optional<Formula<SlopeSymbol>> slopeFormula() {
        return Optional.empty();
    }

    @Override
    public ValueRange range() {
        return ValueRange.SHARES;
    }

    /** The share of one neuron while the others keep their z, which is a sigmoid. */
    @Override
    public Curve drawnCurve() {
        return KernelCurve.SIGMOID;
    }

    @Override
    public NumPyCode numPy() {
        return new NumPyCode("""
                power = np.exp(z - z.max(axis=1, keepdims=True))
                return power / power.sum(axis=1, keepdims=True)
                """, Optional.empty());
    }

    @Override
    public PyTorchCode pyTorch() {
        return PyTorchCode.defined("softmax", "return F.softmax(z, dim=1)");
    }

    @Override
    public JavaCode java() {
        return new JavaCode("softmax(z)", "", Set.of(ElementaryFunction.EXP));
    }
}
