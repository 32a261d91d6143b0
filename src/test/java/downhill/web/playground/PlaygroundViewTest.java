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

    private static PlaygroundView optimizedBy(String optimizer) {
        return new PlaygroundView(Map.of("optimizer", optimizer), "", StageConfig.RunSource.preview(""), List.of());
    }

    private static PlaygroundView of(String data) {
        return new PlaygroundView(Map.of("data", data), "", StageConfig.RunSource.preview(""), List.of());
    }
}
