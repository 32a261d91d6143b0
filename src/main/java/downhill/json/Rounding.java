package downhill.json;

import java.math.BigDecimal;
import java.math.MathContext;

/** Rounds to significant decimal digits, half up; 0 digits leaves a number as it is. */
record Rounding(int digits) {
    double of(double x) {
        if (digits == 0 || x == 0 || (x == StrictMath.rint(x) && StrictMath.abs(x) < 10)) {
            return x;
        }
        return new BigDecimal(x).round(new MathContext(digits)).doubleValue();
    }
}
