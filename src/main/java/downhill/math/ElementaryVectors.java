package downhill.math;

import static downhill.math.Elementary.*;
import static downhill.math.Lanes.SPECIES;
import static jdk.incubator.vector.VectorOperators.ABS;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.FMA;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;

/**
 * The functions of {@link Elementary} on whole vectors: operation by operation the same, so that each lane has the same
 * bits.
 *
 * <p>Calls of methods written here come first, the Vector API's own after them: the compiler inlines the latter always, but
 * stops inlining the former once a method has grown large, and a vector that crosses a call costs an object.
 */
final class ElementaryVectors {
    private ElementaryVectors() {}

    static DoubleVector exp(DoubleVector x) {
        DoubleVector c = x.blend(EXP_HIGHEST, x.compare(GT, EXP_HIGHEST));
        c = c.blend(EXP_LOWEST, c.compare(LT, EXP_LOWEST));
        DoubleVector n = c.fma(LOG2_E, ROUNDER).sub(ROUNDER);
        DoubleVector shiftedHalf = n.fma(0.5, ROUNDER);
        DoubleVector half = powerOfTwo(shiftedHalf);
        DoubleVector rest = powerOfTwo(n.sub(shiftedHalf.sub(ROUNDER)).add(ROUNDER));
        DoubleVector r = n.lanewise(FMA, -LN2_LOW, n.lanewise(FMA, -LN2_HIGH, c));
        return expMinusOne(r).add(1).mul(half).mul(rest);
    }

    private static DoubleVector expMinusOne(DoubleVector r) {
        DoubleVector s = r.mul(r);
        DoubleVector even = s.fma(E10, E8).lanewise(FMA, s, E6).lanewise(FMA, s, E4);
        even = even.lanewise(FMA, s, E2).lanewise(FMA, s, E0);
        DoubleVector odd =
                s.fma(E9, E7).lanewise(FMA, s, E5).lanewise(FMA, s, E3).lanewise(FMA, s, E1);
        return s.fma(r.fma(odd, even), r);
    }

    private static DoubleVector powerOfTwo(DoubleVector shifted) {
        LongVector bits = shifted.reinterpretAsLongs().add(EXPONENT_BIAS);
        return bits.lanewise(LSHL, FRACTION_BITS).reinterpretAsDoubles();
    }

    static DoubleVector tanh(DoubleVector x) {
        DoubleVector size = x.lanewise(ABS);
        DoubleVector doubled =
                size.blend(TANH_HIGHEST, size.compare(GT, TANH_HIGHEST)).mul(2);
        DoubleVector shifted = doubled.fma(LOG2_E, ROUNDER);
        DoubleVector n = shifted.sub(ROUNDER);
        DoubleVector scale = powerOfTwo(shifted);
        DoubleVector power = expMinusOne(n.lanewise(FMA, -LN2_LOW, n.lanewise(FMA, -LN2_HIGH, doubled)));
        DoubleVector minusOne = scale.fma(power, scale.sub(1));
        LongVector sign = x.reinterpretAsLongs().and(Long.MIN_VALUE);
        return minusOne.div(minusOne.add(2)).reinterpretAsLongs().or(sign).reinterpretAsDoubles();
    }

    static DoubleVector sigmoid(DoubleVector x) {
        DoubleVector power = exp(x.lanewise(ABS).mul(-1));
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        return one.blend(power, x.compare(LT, 0)).div(power.add(1));
    }

    static DoubleVector softplus(DoubleVector x) {
        DoubleVector power = exp(x.lanewise(ABS).mul(-1));
        VectorMask<Double> halved = power.compare(GT, SQRT2_MINUS_1);
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector log = logOnePlus(power.blend(power.sub(1).mul(0.5), halved), zero.blend(1, halved));
        return zero.blend(x, x.compare(GT, 0)).add(log);
    }

    /** The natural logarithm of numbers that are positive, finite and not subnormal. */
    static DoubleVector log(DoubleVector x) {
        LongVector bits = x.reinterpretAsLongs();
        LongVector n = bits.sub(SQRT_HALF_BITS).lanewise(ASHR, FRACTION_BITS);
        DoubleVector m = bits.sub(n.lanewise(LSHL, FRACTION_BITS)).reinterpretAsDoubles();
        DoubleVector shifted = n.add(Double.doubleToRawLongBits(ROUNDER)).reinterpretAsDoubles();
        return logOnePlus(m.sub(1), shifted.sub(ROUNDER));
    }

    private static DoubleVector logOnePlus(DoubleVector f, DoubleVector n) {
        DoubleVector s = f.div(f.add(2));
        DoubleVector z = s.mul(s);
        DoubleVector zz = z.mul(z);
        DoubleVector even = zz.fma(L6, L4).lanewise(FMA, zz, L2).lanewise(FMA, zz, L0);
        DoubleVector odd = zz.fma(L5, L3).lanewise(FMA, zz, L1);
        DoubleVector half = f.mul(0.5).mul(f);
        DoubleVector correction = half.sub(s.fma(half.add(z.mul(z.fma(odd, even))), n.mul(LN2_LOW)));
        return n.lanewise(FMA, LN2_HIGH, f.sub(correction));
    }
}
