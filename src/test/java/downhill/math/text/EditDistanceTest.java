package downhill.math.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
    @ParameterizedTest
    @CsvSource({"kitten,sitting,3", "flaw,lawn,2", "tanh,tanh,0", "Tanh,tanh,0", "'',abc,3", "abc,'',3", "ab,ba,2"})
    void countsInsertionsDeletionsAndChanges(String a, String b, int distance) {
        assertThat(EditDistance.between(a, b)).isEqualTo(distance);
        assertThat(EditDistance.between(b, a)).isEqualTo(distance);
    }

    @ParameterizedTest
    @CsvSource({"tahn,tanh", "sine,sin", "sigmoyd,sigmoid", "EXP,exp", "Pi,pi"})
    void aMisspeltNameFindsTheOneItMeant(String wrong, String meant) {
        assertThat(EditDistance.nearest(wrong, List.of("exp", "sin", "tanh", "sigmoid", "pi")))
                .contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"softplus", "x", "zz", "''"})
    void aNameFarFromAllFindsNone(String wrong) {
        assertThat(EditDistance.nearest(wrong, List.of("exp", "sin", "y", "pi")))
                .isEmpty();
    }

    @Test
    void aVeryLongWordIsNotCompared() {
        assertThat(EditDistance.nearest("x".repeat(41), List.of("x".repeat(41))))
                .isEmpty();
    }
}
