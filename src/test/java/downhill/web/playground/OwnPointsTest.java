package downhill.web.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.DataSpec;
import downhill.json.form.BadInputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPointsTest {
    @Test
    void twoDigitsCountThePartsOfTheDomain() {
        // Parts of the domain's side: 0 is its low end, 4000 = 62 * 64 + 32 its high end, 1000 = 15 * 64 + 40 a quarter
        // of it
        DataSpec.Inline examples = OwnPoints.parse("-0.5~1.5~AA-g~PoiY~~-gAA").examples();
        assertThat(examples.inputs()).containsExactly(List.of(-0.5, 1.5), List.of(0.0, 0.6));
        assertThat(examples.targets()).containsExactly(List.of(1.0), List.of(0.0));
        assertThat(examples.testInputs()).containsExactly(List.of(1.5, -0.5));
        assertThat(examples.testTargets()).containsExactly(List.of(0.0));
    }

    @Test
    void whoHasNoPointsYetBeginsWithTwoHeaps() {
        assertThat(OwnPoints.parse(OwnPoints.START).examples().inputs()).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~~~~~", "-6~6~AAA~~~", "6~-6~~~~", "-6~6~AA A~~~", "-6~6~~~", "x~6~~~~"})
    void whatIsNoListOfPointsIsRefused(String text) {
        assertThatThrownBy(() -> OwnPoints.parse(text)).isInstanceOf(BadInputException.class);
    }

    @Test
    void tooManyAreRefused() {
        assertThatThrownBy(() -> OwnPoints.parse("-6~6~" + "AAAA".repeat(1000) + "~~~"))
                .isInstanceOf(BadInputException.class);
    }
}
