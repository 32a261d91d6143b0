package downhill.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.math.Curve;
import downhill.net.activation.Activation;
import downhill.net.activation.Activations;
import downhill.net.activation.FlatState;
import downhill.net.activation.Relu;
import downhill.net.activation.Tanh;
import downhill.net.activation.ValueRange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationFigureTest {
    static List<Activation> activations() {
        return Activations.all();
    }

    @ParameterizedTest
    @MethodSource("activations")
    void straightLinesBetweenTheSamplesAreTheCurve(Activation activation) {
        List<Double> samples = ActivationFigure.of(activation).samples();
        Curve curve = activation.drawnCurve();
        for (double z = -ActivationFigure.REACH; z < ActivationFigure.REACH; z += 0.01) {
            double at = (z + ActivationFigure.REACH) * ActivationFigure.PER_UNIT;
            int i = (int) at;
            assertThat(samples.get(i) + (at - i) * (samples.get(i + 1) - samples.get(i)))
                    .isCloseTo(curve.value(z), within(0.0016));
        }
    }

    @ParameterizedTest
    @MethodSource("activations")
    void valuesAreWithinTheRange(Activation activation) {
        ValueRange range = activation.range();
        for (double z : new double[] {-1e3, -8, -1, -0.1, 0, 0.1, 1, 8, 1e3}) {
            assertThat(activation.drawnCurve().value(z)).isBetween(range.low(), range.high());
        }
    }

    @Test
    void aNeuronReactsWhereItsSlopeIsATwentiethOfTheSteepest() {
        ValueRange reacting = ActivationFigure.of(new Tanh()).reacting().orElseThrow();
        assertThat(1 - reacting.high() * reacting.high()).isCloseTo(0.05, within(1e-12));
        assertThat(reacting.low()).isEqualTo(-reacting.high());
        assertThat(ActivationFigure.of(new Relu()).reacting()).contains(new ValueRange(0, Double.POSITIVE_INFINITY));
    }

    @ParameterizedTest
    @MethodSource("activations")
    void onlyFlatStatesHaveARangeThatReacts(Activation activation) {
        Optional<FlatState> state = activation.flatState();
        assertThat(ActivationFigure.of(activation).reacting().isPresent()).isEqualTo(state.isPresent());
    }
}
