package downhill.web.playground;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HiddenLayersTest {
    private final HiddenLayers layers = HiddenLayers.parse("4-2");

    @Test
    void eachChangeIsTheTextOfTheLayersThen() {
        assertThat(layers.wider(0)).isEqualTo("5-2");
        assertThat(layers.narrower(1)).isEqualTo("4-1");
        assertThat(layers.deeper()).isEqualTo("4-2-2");
        assertThat(layers.shallower()).isEqualTo("4");
    }

    @Test
    void noLayersHaveAWordOfTheirOwn() {
        assertThat(HiddenLayers.parse("none").widths()).isEmpty();
        assertThat(HiddenLayers.parse("4").shallower()).isEqualTo("none");
        assertThat(HiddenLayers.parse("none").deeper()).isEqualTo("4");
    }

    @Test
    void whatIsNotANumberIsLeftAside() {
        assertThat(HiddenLayers.parse("4-x--3").widths()).containsExactly(4, 3);
        assertThat(HiddenLayers.parse("99999999999").widths()).isEmpty();
    }
}
