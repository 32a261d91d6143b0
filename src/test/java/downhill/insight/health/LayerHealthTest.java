package downhill.insight.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.insight.Histories;
import downhill.net.activation.Identity;
import downhill.net.activation.Relu;
import downhill.net.activation.Tanh;
import downhill.train.history.History;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The layers of really trained networks. */
class LayerHealthTest {
    private static History of(String activation, String initializer, double rate, int steps) {
        return Histories.of("""
                {"seed": 1, "data": {"name": "moons", "count": 60}, "network": {"layers": [2, 4, 4, 1],
                 "activations": ["%s", "%s", "sigmoid"], "initializer": %s}, "optimizer": {"learningRate": %s}}""".formatted(activation, activation, initializer, rate), steps);
    }

    @Test
    void aFactorIsALengthDividedByTheNextOne() {
        List<LayerHealth> layers = LayerHealth.of(
                of("tanh", "{\"name\": \"xavier-uniform\"}", 0.5, 3).newest());
        for (int l = 0; l + 1 < layers.size(); l++) {
            assertThat(layers.get(l).factor().orElseThrow())
                    .isCloseTo(layers.get(l).gradient() / layers.get(l + 1).gradient(), within(1e-12));
        }
        assertThat(layers.getLast().factor()).isEmpty();
    }

    @Test
    void equalWeightsMakeEqualUnits() {
        List<LayerHealth> layers = LayerHealth.of(
                of("tanh", "{\"name\": \"constant\", \"value\": 0.5}", 0.5, 50).newest());
        assertThat(layers).extracting(LayerHealth::units).containsExactly(4, 4, 1);
        assertThat(layers).extracting(LayerHealth::different).containsOnly(1);
    }

    @Test
    void hugeWeightsMakeFlatUnitsAndOthersDoNot() {
        assertThat(LayerHealth.of(of("tanh", "{\"name\": \"uniform\", \"range\": 100}", 0.5, 0)
                                .newest())
                        .getFirst()
                        .flat())
                .hasValue(1);
        assertThat(LayerHealth.of(of("tanh", "{\"name\": \"xavier-uniform\"}", 0.5, 0)
                                .newest())
                        .getFirst()
                        .flat())
                .hasValue(0);
    }

    @Test
    void aUnitIsFlatIfItIsOnNineOfTenExamples() {
        double[] nine = {0, 0.999, 0.999, 0.999, 0.999, 0.999, 0.999, 0.999, 0.999, 0.999};
        double[] eight = {0, 0, 0.999, 0.999, 0.999, 0.999, 0.999, 0.999, 0.999, 0.999};
        assertThat(LayerHealth.shareOfFlat(List.of(nine, eight), new Tanh())).hasValue(0.5);
        assertThat(LayerHealth.shareOfFlat(List.of(new double[] {0, 0}), new Relu()))
                .hasValue(1);
    }

    @Test
    void nothingIsFlatWhereACurveHasNoFlatParts() {
        assertThat(LayerHealth.shareOfFlat(List.of(new double[] {0}), new Identity()))
                .isEqualTo(OptionalDouble.empty());
    }

    @Test
    void aTrialIsTheSameTrainingAsARun() {
        History history = of("tanh", "{\"name\": \"xavier-uniform\"}", 0.5, 20);
        HealthTrial trial =
                HealthTrial.of(history.newest().spec(), history.newest().data(), 20, () -> {});
        assertThat(trial.layers()).isEqualTo(LayerHealth.of(history.newest()));
        assertThat(trial.costs()).hasSize(21).endsWith(history.newest().cost());
        assertThat(trial.gradients()).hasDimensions(3, 21);
        assertThat(trial.gradients()[1]).endsWith(trial.layers().get(1).gradient());
        assertThat(trial.answers()).hasNumberOfRows(3);
        assertThat(trial.diverged()).isFalse();
    }

    @Test
    void aTrialThatDivergesEndsWithItsLastFiniteStep() {
        History history = Histories.of("""
                {"data": {"name": "moons", "count": 60}, "network": {"layers": [2, 8, 1],
                 "activations": ["relu", "identity"]}, "optimizer": {"learningRate": 3}}""", 0);
        HealthTrial trial =
                HealthTrial.of(history.newest().spec(), history.newest().data(), 100, () -> {});
        assertThat(trial.diverged()).isTrue();
        assertThat(trial.costs().length).isBetween(2, 20);
        assertThat(trial.gradients()).hasDimensions(2, trial.costs().length);
    }
}
