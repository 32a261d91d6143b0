package downhill.math;

import java.math.BigDecimal;
import java.math.MathContext;

/** The elementary functions in 60 digits, slowly, and how far a double is from them. */
final class Precise {
    private static final MathContext DIGITS = new MathContext(60);
    private static final BigDecimal TWO = BigDecimal.TWO;

    private Precise() {}

    /** |computed - exact| in units in the last place of the exact number's double. */
    static double ulps(double computed, BigDecimal exact) {
        BigDecimal ulp = new BigDecimal(Math.ulp(exact.doubleValue()));
        return new BigDecimal(computed)
                .subtract(exact)
                .abs()
                .divide(ulp, DIGITS)
                .doubleValue();
    }

    static BigDecimal exp(BigDecimal x) {
        int halvings = Math.max(0, x.abs().toBigInteger().bitLength() + 4);
        BigDecimal r = x.divide(TWO.pow(halvings), DIGITS);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int i = 1; i < 40; i++) {
            term = term.multiply(r, DIGITS).divide(BigDecimal.valueOf(i), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }

    /** Newton's iteration for e^y = x; a start near y doubles its digits each time. */
    static BigDecimal log(BigDecimal x) {
        BigDecimal y = new BigDecimal(StrictMath.log(x.doubleValue()));
        for (int i = 0; i < 3; i++) {
            y = y.add(x.multiply(exp(y.negate()), DIGITS).subtract(BigDecimal.ONE), DIGITS);
        }
        return y;
    }

    static BigDecimal tanh(BigDecimal x) {
        BigDecimal power = exp(x.multiply(TWO));
        return power.subtract(BigDecimal.ONE).divide(power.add(BigDecimal.ONE), DIGITS);
    }

    static BigDecimal sigmoid(BigDecimal x) {
        return BigDecimal.ONE.divide(BigDecimal.ONE.add(exp(x.negate()), DIGITS), DIGITS);
    }

    static BigDecimal softplus(BigDecimal x) {
        BigDecimal power = exp(x);
        // below 1e-20 the first two terms of the logarithm's series have more digits than 1 + power would keep
        return power.compareTo(new BigDecimal("1e-20")) < 0
                ? power.subtract(power.multiply(power).divide(TWO, DIGITS), DIGITS)
                : log(BigDecimal.ONE.add(power));
    }
}
