package downhill.json;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.math.Rng;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {
    private static String written(double x, int digits) {
        JsonBuffer out = new JsonBuffer();
        new Rounding(digits).write(x, out);
        return new String(out.toBytes(), StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 5, 0",
        "-0.0, 0, -0.0",
        "1, 5, 1",
        "-1, 5, -1",
        "0.1, 5, 0.1",
        "0.099999999, 5, 0.1",
        "99999.6, 5, 100000",
        "123456.7, 3, 123000",
        "-3.14159265, 5, -3.1416",
        "0.000123456, 3, 0.000123",
        "0.0000123456, 3, 1.23e-5",
        "0.000099996, 4, 0.0001",
        "0.00000005, 5, 5e-8",
        "-0.00001000004, 6, -1e-5",
        "1e300, 5, 1.0E300",
        "1.23456789e-300, 5, 1.2346E-300",
        "0.123456789012345, 0, 0.123456789012345"
    })
    void numbersAreShort(double x, int digits, String text) {
        assertThat(written(x, digits)).isEqualTo(text);
    }

    @Test
    void numbersAreThoseThatExactArithmeticRoundsTo() {
        Rng rng = Rng.of(1, Rng.Stream.DATA);
        for (int i = 0; i < 100_000; i++) {
            double x = rng.nextGaussian() * StrictMath.pow(10, rng.nextInt(40) - 20);
            int digits = 1 + rng.nextInt(17);
            double exactly = new BigDecimal(x).round(new MathContext(digits)).doubleValue();
            assertThat(Double.parseDouble(written(x, digits)))
                    .as("%s with %d digits", x, digits)
                    .isEqualTo(exactly);
        }
    }
}
