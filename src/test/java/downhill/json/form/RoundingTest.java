package downhill.json.form;

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
        "0.099999999999, 5, 0.1",
        "99999.99999, 5, 100000",
        "123456.7, 3, 123000",
        "0.868496, 5, 0.86849",
        "0.868504, 5, 0.86851",
        "0.30000000000000004, 5, 0.3",
        "-3.14159265, 5, -3.1416",
        "0.000123456, 3, 0.000123",
        "0.0000123456, 3, 1.23e-5",
        "0.00009999999999, 4, 0.0001",
        "0.00000005, 5, 5e-8",
        "-0.00001000004, 6, -1.00001e-5",
        "-0.0000100000000001, 6, -1e-5",
        "1e300, 5, 1.0E300",
        "1.23456789e-300, 5, 1.2346E-300",
        "0.123456789012345, 0, 0.123456789012345"
    })
    void numbersAreShort(double x, int digits, String text) {
        assertThat(written(x, digits)).isEqualTo(text);
    }

    @Test
    void manyDigitsAreThoseThatExactArithmeticRoundsTo() {
        Rng rng = Rng.of(1, Rng.Stream.DATA);
        for (int i = 0; i < 100_000; i++) {
            double x = rng.nextGaussian() * StrictMath.pow(10, rng.nextInt(40) - 20);
            int digits = 10 + rng.nextInt(8);
            double exactly = new BigDecimal(x).round(new MathContext(digits)).doubleValue();
            assertThat(Double.parseDouble(written(x, digits)))
                    .as("%s with %d digits", x, digits)
                    .isEqualTo(exactly);
        }
    }

    @Test
    void whatIsRoundedOnceMoreIsWhatTheNumberItselfIsRoundedTo() {
        Rng rng = Rng.of(1, Rng.Stream.DATA);
        for (int i = 0; i < 100_000; i++) {
            double x = Math.max(1e-12, Math.abs(rng.nextGaussian())) * StrictMath.pow(10, rng.nextInt(12));
            int digits = 4 + rng.nextInt(5);
            BigDecimal text = new BigDecimal(written(x, digits));
            MathContext shown = new MathContext(digits - 1 - rng.nextInt(2));
            assertThat(text.round(shown))
                    .as("%s with %d digits", x, digits)
                    .isEqualByComparingTo(new BigDecimal(x).round(shown));
            BigDecimal off = text.subtract(new BigDecimal(x)).abs();
            BigDecimal last = BigDecimal.ONE.scaleByPowerOfTen(
                    new BigDecimal(x).precision() - new BigDecimal(x).scale() - digits);
            assertThat(off).as("%s with %d digits", x, digits).isLessThan(last);
        }
    }
}
