package downhill.course.grading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulasTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.25 | 0.25
            -.3 | -0.3
            \u22120.3 | -0.3
            0,25 | 0.25
            3/4 | 0.75
            2e-3 | 0.002
            2 × 10^-3 | 0.002
            50,890 | 50890
            50 890 | 50890
            1,5 | 1.5
            0,125 | 0.125
            (0.75 - 0.01) * 0.1868 | 0.138232
            """)
    void numbersAreReadAsPeopleWriteThem(String typed, double value) {
        assertThat(Formulas.typed(typed).orElseThrow()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two", "0.1.2", "1/0", "x", "NaN", "1e999"})
    void whatIsNoNumberIsNone(String typed) {
        assertThat(Formulas.typed(typed)).isEmpty();
    }
}
