package downhill.web.playground.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.json.form.BadInputException;
import downhill.web.playground.PlaygroundForm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTest {
    private static final PlaygroundForm FORM = PlaygroundForm.DEFAULT.with("hidden", "4-2");

    @Test
    void otherSeedsOfTheWeightsKeepTheData() {
        PlaygroundForm other = Sweep.named("seed").with(FORM, "7");
        assertThat(other.value("seed")).isEqualTo("7");
        assertThat(other.value("dataSeed")).isEqualTo("1");
        assertThat(other.spec().data())
                .isEqualTo(FORM.with("dataSeed", "1").spec().data());
    }

    @Test
    void everyHiddenLayerGetsTheNeurons() {
        assertThat(Sweep.named("neurons").with(FORM, "3").value("hidden")).isEqualTo("3-3");
        assertThat(Sweep.named("neurons").with(FORM.with("hidden", "none"), "3").value("hidden"))
                .isEqualTo("3");
    }

    @Test
    void valuesHaveSpacesCommasOrSemicolonsBetweenThem() {
        assertThat(Sweep.split(" 0.1, 0.3;1 3 ")).isEqualTo(List.of("0.1", "0.3", "1", "3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.1", "1 1", "1 2 3 4 5 6 7 8 9", "1 1111111111111111111111111"})
    void refusesOneValueNineValuesAndTheSameValueTwice(String values) {
        assertThatThrownBy(() -> Sweep.split(values)).isInstanceOf(BadInputException.class);
    }

    @Test
    void refusesASettingAnActivationAndANumberThatDoNotExist() {
        assertThatThrownBy(() -> Sweep.named("colour")).isInstanceOf(BadInputException.class);
        assertThatThrownBy(() -> Sweep.named("activation").with(FORM, "wave")).isInstanceOf(BadInputException.class);
        assertThatThrownBy(() -> Sweep.named("neurons").with(FORM, "0")).isInstanceOf(BadInputException.class);
    }
}
