package downhill.web.playground;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.json.StageConfig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaygroundViewTest {
    @Test
    void noiseHasNoSayOverATruthTable() {
        assertThat(of("xor").applies("noise")).isFalse();
        assertThat(of("circle").applies("noise")).isTrue();
    }

    @Test
    void whatIsNotOfTheDataAlwaysApplies() {
        assertThat(of("xor").applies("seed")).isTrue();
    }

    @Test
    void onlyPlainDescentTakesAMomentum() {
        assertThat(optimizedBy("sgd").applies("momentum")).isTrue();
        assertThat(optimizedBy("adam").applies("momentum")).isFalse();
    }

    @Test
    void anUnknownSetIsLeftForTheSpecificationToRefuse() {
        assertThat(of("nothing").applies("noise")).isTrue();
    }

    @Test
    void eachOptimizerHasItsOwnSettings() {
        assertThat(optimizedBy("adam").applies("beta2")).isTrue();
        assertThat(optimizedBy("rmsprop").applies("decay")).isTrue();
        assertThat(optimizedBy("rmsprop").applies("beta1")).isFalse();
    }

    @Test
    void newDataAndNewWeightsComeFromTheNextSeeds() {
        PlaygroundView view = with(Map.of("seed", "4", "dataSeed", "automatic"));
        assertThat(view.nextSeed()).isEqualTo("5");
        assertThat(view.dataSeed()).isEqualTo("4");
        assertThat(view.nextDataSeed()).isEqualTo("5");
        assertThat(with(Map.of("seed", "4", "dataSeed", "9")).nextDataSeed()).isEqualTo("10");
    }

    @Test
    void eachHiddenLayerCanHaveItsOwnActivation() {
        PlaygroundView view = with(Map.of("hidden", "4-3-2", "activation", "tanh.relu"));
        assertThat(view.isMixed()).isTrue();
        assertThat(List.of(view.activation(0), view.activation(1), view.activation(2)))
                .containsExactly("tanh", "relu", "relu");
        assertThat(view.mixed(2, "sigmoid")).isEqualTo("tanh.relu.sigmoid");
        assertThat(view.mixed(0, "relu")).isEqualTo("relu");
    }

    private static PlaygroundView with(Map<String, String> values) {
        return new PlaygroundView(values, "", StageConfig.RunSource.preview(""), List.of(), List.of(), ClassPlan.NONE);
    }

    private static PlaygroundView optimizedBy(String optimizer) {
        return new PlaygroundView(
                Map.of("optimizer", optimizer),
                "",
                StageConfig.RunSource.preview(""),
                List.of(),
                List.of(),
                ClassPlan.NONE);
    }

    private static PlaygroundView of(String data) {
        return new PlaygroundView(
                Map.of("data", data), "", StageConfig.RunSource.preview(""), List.of(), List.of(), ClassPlan.NONE);
    }
}
