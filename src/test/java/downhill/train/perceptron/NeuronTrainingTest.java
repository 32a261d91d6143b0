package downhill.train.perceptron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.train.perceptron.NeuronTraining.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeuronTrainingTest {
    private static Corners corners(String targets) {
        return Corners.of(targets).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001", "0111", "0110"})
    void followsTheDeltaRuleOneExampleAtATime(String targets) {
        Corners corners = corners(targets);
        List<State> states = NeuronTraining.of(corners, 2, 40).states();
        double[] w = {0, 0, 0};
        for (int step = 0; step < 40; step++) {
            int corner = step % 4;
            double[] x = {corner >> 1, corner & 1, 1};
            double a = 1 / (1 + Math.exp(-(w[0] * x[0] + w[1] * x[1] + w[2])));
            double delta = (a - corners.target(corner)) * a * (1 - a);
            for (int i = 0; i < 3; i++) {
                w[i] -= 2 * delta * x[i];
            }
            Perceptron found = states.get(step + 1).neuron();
            assertThat(new double[] {found.w1(), found.w2(), found.bias()}).containsExactly(w, within(1e-12));
        }
    }

    @Test
    void theCostOfXorStaysWhereEveryOutputIsAHalf() {
        List<State> states = NeuronTraining.of(corners("0110"), 2, 400).states();

        assertThat(states.getFirst().cost()).isEqualTo(0.125);
        assertThat(states).allSatisfy(state -> assertThat(state.cost()).isBetween(0.125, 0.135));
    }

    @Test
    void theCostOfAndGoesOnFallingAfterAllAreRight() {
        Corners and = corners("0001");
        List<State> states = NeuronTraining.of(and, 2, 24).states();

        assertThat(states.get(16).neuron().right(and)).isEqualTo(4);
        assertThat(states.get(24).cost()).isLessThan(states.get(16).cost());
    }
}
