package downhill.web.playground;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InputFeaturesTest {
    @Test
    void eachInputCanBeAloneInTheNetwork() {
        assertThat(InputFeatures.parse("x-y").names()).containsExactly("x", "y");
        assertThat(InputFeatures.parse("sinx").names()).containsExactly("sin x");
    }

    @Test
    void onlyTheLastInputHasToStay() {
        assertThat(InputFeatures.parse("y").isLast("y")).isTrue();
        assertThat(InputFeatures.parse("x-y").isLast("y")).isFalse();
        assertThat(InputFeatures.parse("x-y").toggled("y")).isEqualTo("x");
    }

    @Test
    void pressingOnePutsItInOrTakesItOut() {
        assertThat(InputFeatures.parse("x-y-siny").toggled("x^2")).isEqualTo("x-y-x2-siny");
        assertThat(InputFeatures.parse("x-y-x2-siny").toggled("sin y")).isEqualTo("x-y-x2");
    }

    @Test
    void aWordThatNamesNoneIsLeftForTheSpecificationToRefuse() {
        assertThat(InputFeatures.parse("x-y-cube").names()).containsExactly("x", "y", "cube");
    }
}
