package downhill.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Each function against 60 digits, on a dense sweep, on random numbers of every size, and at the edges. */
class ElementaryTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static double worst(
            DoubleUnaryOperator f, UnaryOperator<BigDecimal> exact, double low, double high, int points) {
        Rng rng = Rng.of(7, Rng.Stream.CHECK);
        double worst = 0;
        for (int i = 0; i < points; i++) {
            double swept = low + (high - low) * i / points;
            double near = rng.uniform(-1, 1) * Math.scalb(1.0, -rng.nextInt(60));
            worst = Math.max(worst, Precise.ulps(f.applyAsDouble(swept), exact.apply(new BigDecimal(swept))));
            if (near >= low && near <= high) {
                worst = Math.max(worst, Precise.ulps(f.applyAsDouble(near), exact.apply(new BigDecimal(near))));
            }
        }
        return worst;
    }

    @Test
    void expIsWithinOneUnitInTheLastPlace() {
        assertThat(worst(Elementary::exp, Precise::exp, -5, 5, 1500)).isLessThan(1);
        assertThat(worst(Elementary::exp, Precise::exp, -745, 709, 400)).isLessThan(1);
    }

    @Test
    void logIsWithinOneUnitInTheLastPlace() {
        assertThat(worst(Elementary::log, Precise::log, 1e-3, 3, 700)).isLessThan(1);
        assertThat(worst(Elementary::log, Precise::log, 1e-300, 1e300, 500)).isLessThan(1);
        assertThat(worst(Elementary::log, Precise::log, 1e-320, 1e-310, 300)).isLessThan(1);
    }

    @Test
    void tanhIsWithinTwoAndAHalfUnits() {
        assertThat(worst(Elementary::tanh, Precise::tanh, -4, 4, 1500)).isLessThan(2.5);
        assertThat(worst(Elementary::tanh, Precise::tanh, -25, 25, 400)).isLessThan(2.5);
    }

    @Test
    void sigmoidIsWithinTwoUnits() {
        assertThat(worst(Elementary::sigmoid, Precise::sigmoid, -8, 8, 1500)).isLessThan(2);
        assertThat(worst(Elementary::sigmoid, Precise::sigmoid, -740, 100, 400)).isLessThan(2);
    }

    @Test
    void softplusIsWithinTwoUnits() {
        assertThat(worst(Elementary::softplus, Precise::softplus, -8, 8, 700)).isLessThan(2);
        assertThat(worst(Elementary::softplus, Precise::softplus, -740, 100, 500))
                .isLessThan(2);
    }

    @Test
    void expRunsFromZeroToInfinity() {
        assertThat(Elementary.exp(0)).isEqualTo(1);
        assertThat(Elementary.exp(-0.0)).isEqualTo(1);
        assertThat(Elementary.exp(709.782712893384)).isEqualTo(StrictMath.exp(709.782712893384));
        assertThat(Elementary.exp(709.7827128933841)).isEqualTo(INFINITY);
        assertThat(Elementary.exp(1e300)).isEqualTo(INFINITY);
        assertThat(Elementary.exp(INFINITY)).isEqualTo(INFINITY);
        assertThat(Elementary.exp(-745.1332191019411)).isEqualTo(Double.MIN_VALUE);
        assertThat(Elementary.exp(-745.14)).isZero();
        assertThat(Elementary.exp(-INFINITY)).isZero();
    }

    @Test
    void logRunsFromMinusInfinityToInfinity() {
        assertThat(Elementary.log(1)).isEqualTo(0.0);
        assertThat(Elementary.log(0)).isEqualTo(-INFINITY);
        assertThat(Elementary.log(-0.0)).isEqualTo(-INFINITY);
        assertThat(Elementary.log(-1)).isNaN();
        assertThat(Elementary.log(INFINITY)).isEqualTo(INFINITY);
        assertThat(Elementary.log(Double.MIN_VALUE)).isEqualTo(StrictMath.log(Double.MIN_VALUE));
        assertThat(Elementary.log(Double.MAX_VALUE)).isEqualTo(StrictMath.log(Double.MAX_VALUE));
    }

    @Test
    void tanhIsOddAndEndsAtOne() {
        assertThat(Double.doubleToLongBits(Elementary.tanh(0.0))).isEqualTo(Double.doubleToLongBits(0.0));
        assertThat(Double.doubleToLongBits(Elementary.tanh(-0.0))).isEqualTo(Double.doubleToLongBits(-0.0));
        assertThat(Elementary.tanh(1e-310)).isEqualTo(1e-310);
        assertThat(Elementary.tanh(-Double.MIN_VALUE)).isEqualTo(-Double.MIN_VALUE);
        assertThat(Elementary.tanh(-0.3)).isEqualTo(-Elementary.tanh(0.3));
        assertThat(Elementary.tanh(22.5)).isEqualTo(1);
        assertThat(Elementary.tanh(Double.MAX_VALUE)).isEqualTo(1);
        assertThat(Elementary.tanh(-INFINITY)).isEqualTo(-1);
    }

    @Test
    void sigmoidKeepsTheDigitsOfSmallValues() {
        assertThat(Elementary.sigmoid(0)).isEqualTo(0.5);
        assertThat(Elementary.sigmoid(-740)).isEqualTo(Elementary.exp(-740));
        assertThat(Elementary.sigmoid(INFINITY)).isEqualTo(1);
        assertThat(Elementary.sigmoid(-INFINITY)).isZero();
    }

    @Test
    void softplusIsTheArgumentWhereThatIsLarge() {
        assertThat(Elementary.softplus(1e6)).isEqualTo(1e6);
        assertThat(Elementary.softplus(INFINITY)).isEqualTo(INFINITY);
        assertThat(Elementary.softplus(-INFINITY)).isZero();
        assertThat(Elementary.softplus(0)).isEqualTo(Elementary.log(2));
    }

    @Test
    void notANumberStaysNotANumber() {
        for (KernelCurve curve : KernelCurve.values()) {
            assertThat(curve.value(Double.NaN)).as(curve.name()).isNaN();
        }
        assertThat(Elementary.exp(Double.NaN)).isNaN();
        assertThat(Elementary.log(Double.NaN)).isNaN();
    }

    @Test
    void slopesAreTheLimitsOfDifferenceQuotients() {
        for (KernelCurve curve : KernelCurve.values()) {
            for (double z = -6.05; z < 6; z += 0.1) {
                double h = 1e-6;
                double quotient = (curve.value(z + h) - curve.value(z - h)) / (2 * h);
                assertThat(Math.abs(curve.slope(z, curve.value(z)) - quotient))
                        .as("%s at %s", curve, z)
                        .isLessThan(1e-9);
            }
        }
    }
}
