package downhill.math;

/**
 * The elementary functions of training, with the same bits on every machine: nothing but correctly rounded additions,
 * products, quotients, fused multiply-adds, comparisons and shifts of bits, so that a vector of them ({@link
 * ElementaryVectors}) gives lane by lane what one number gives here. Largest errors in units in the last place: exp and log 1, sigmoid and softplus 2,
 * tanh 2.5, everywhere, subnormal results included. NaN gives NaN.
 *
 * <p>Arguments are reduced by Cody and Waite (Software Manual for the Elementary Functions, 1980): x = n ln2 + r with |r| at
 * most ln2/2, ln2 cut in two parts. The polynomials are minimax fits made for this class by Remez's exchange algorithm in
 * 60 digits; beside each is its largest error.
 */
public final class Elementary {
    /** 1.5 * 2^52: adding it rounds a small number to the nearest whole one, which is then in the lowest bits. */
    static final double ROUNDER = 0x1.8p52;

    static final double LOG2_E = 0x1.71547652b82fep0;
    static final double LN2_HIGH = 0x1.62e42fefa39efp-1;
    static final double LN2_LOW = 0x1.abc9e3b39803fp-56;

    /** Above and below, e^x is infinity and 0. */
    static final double EXP_HIGHEST = 710;

    static final double EXP_LOWEST = -746;

    /** The argument from which on tanh is 1. */
    static final double TANH_HIGHEST = 22;

    static final int EXPONENT_BIAS = 1023;
    static final int FRACTION_BITS = 52;

    // (e^r - 1 - r) / r^2 for |r| <= ln2/2; relative to r the error of e^r - 1 is below 2^-60
    static final double E0 = 0.5;
    static final double E1 = 0x1.5555555555559p-3;
    static final double E2 = 0x1.5555555555559p-5;
    static final double E3 = 0x1.111111110f6c7p-7;
    static final double E4 = 0x1.6c16c16c14a5bp-10;
    static final double E5 = 0x1.a01a01afdf525p-13;
    static final double E6 = 0x1.a01a01af711c0p-16;
    static final double E7 = 0x1.71ddf85b38645p-19;
    static final double E8 = 0x1.27e4c7a74c7d3p-22;
    static final double E9 = 0x1.af5ebb9bb4e89p-26;
    static final double E10 = 0x1.1f92ed10f67dep-29;

    // (ln((1+s)/(1-s)) - 2s) / s^3 as a polynomial in s^2 for |s| <= (sqrt2-1)/(sqrt2+1); relative error of ln below
    // 2^-58
    static final double L0 = 0x1.5555555555593p-1;
    static final double L1 = 0x1.999999997fc71p-2;
    static final double L2 = 0x1.24924942048f7p-2;
    static final double L3 = 0x1.c71c51f887967p-3;
    static final double L4 = 0x1.74664291436a3p-3;
    static final double L5 = 0x1.39a157356f144p-3;
    static final double L6 = 0x1.2f097f6fa0075p-3;

    static final double SQRT2_MINUS_1 = 0x1.a827999fcef32p-2;

    static final long SQRT_HALF_BITS = 0x3fe6a09e667f3bcdL;
    private static final double SUBNORMAL_SCALE = 0x1p54;

    private Elementary() {}

    /** e^x. */
    public static double exp(double x) {
        double c = x > EXP_HIGHEST ? EXP_HIGHEST : x;
        c = c < EXP_LOWEST ? EXP_LOWEST : c;
        double n = Math.fma(c, LOG2_E, ROUNDER) - ROUNDER;
        double power = 1 + expMinusOne(reduced(c, n));
        double shiftedHalf = Math.fma(n, 0.5, ROUNDER);
        double shiftedRest = n - (shiftedHalf - ROUNDER) + ROUNDER;
        return power * powerOfTwo(shiftedHalf) * powerOfTwo(shiftedRest);
    }

    /** x - n ln2, the first difference exact. */
    private static double reduced(double x, double n) {
        return Math.fma(-n, LN2_LOW, Math.fma(-n, LN2_HIGH, x));
    }

    /** e^r - 1 for |r| at most ln2/2: r + r^2 P(r), the even and the odd terms of P side by side. */
    private static double expMinusOne(double r) {
        double s = r * r;
        double even = Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(E10, s, E8), s, E6), s, E4), s, E2), s, E0);
        double odd = Math.fma(Math.fma(Math.fma(Math.fma(E9, s, E7), s, E5), s, E3), s, E1);
        return Math.fma(s, Math.fma(r, odd, even), r);
    }

    /** 2^n for n + {@link #ROUNDER}, n from -1022 to 1023. */
    private static double powerOfTwo(double shifted) {
        return Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) + EXPONENT_BIAS) << FRACTION_BITS);
    }

    /** The hyperbolic tangent: (e^2x - 1) / (e^2x + 1), the numerator without cancellation; odd, and -0 at -0. */
    public static double tanh(double x) {
        double size = Math.abs(x);
        double doubled = 2 * (size > TANH_HIGHEST ? TANH_HIGHEST : size);
        double shifted = Math.fma(doubled, LOG2_E, ROUNDER);
        double scale = powerOfTwo(shifted);
        double expMinusOne = Math.fma(scale, expMinusOne(reduced(doubled, shifted - ROUNDER)), scale - 1);
        return Math.copySign(expMinusOne / (expMinusOne + 2), x);
    }

    /** The logistic function 1 / (1 + e^-x), below 0 as e^x / (1 + e^x), so that small values keep their digits. */
    public static double sigmoid(double x) {
        double power = exp(-Math.abs(x));
        return (x < 0 ? power : 1) / (1 + power);
    }

    /** ln(1 + e^x) = max(x, 0) + ln(1 + e^-|x|), which never overflows. */
    public static double softplus(double x) {
        double power = exp(-Math.abs(x));
        boolean halved = power > SQRT2_MINUS_1;
        double f = halved ? 0.5 * (power - 1) : power;
        return (x > 0 ? x : 0) + logOnePlus(f, halved ? 1 : 0);
    }

    /** The natural logarithm; -infinity at 0, NaN below. */
    public static double log(double x) {
        if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
            return x == 0 ? Double.NEGATIVE_INFINITY : x < 0 ? Double.NaN : x;
        }
        boolean subnormal = x < Double.MIN_NORMAL;
        long bits = Double.doubleToRawLongBits(subnormal ? x * SUBNORMAL_SCALE : x);
        long n = (bits - SQRT_HALF_BITS) >> FRACTION_BITS;
        double m = Double.longBitsToDouble(bits - (n << FRACTION_BITS));
        return logOnePlus(m - 1, (double) (subnormal ? n - 54 : n));
    }

    /**
     * ln(1 + f) + n ln2 for 1 + f between sqrt(1/2) and sqrt 2. With s = f/(2+f), ln(1+f) = ln((1+s)/(1-s)) = 2s + s^3 R; since
     * 2s = f - s f, the leading f stays exact (the arrangement of fdlibm's e_log.c).
     */
    private static double logOnePlus(double f, double n) {
        double s = f / (2 + f);
        double z = s * s;
        double even = Math.fma(Math.fma(Math.fma(L6, z * z, L4), z * z, L2), z * z, L0);
        double odd = Math.fma(Math.fma(L5, z * z, L3), z * z, L1);
        double rest = z * Math.fma(z, odd, even);
        double half = 0.5 * f * f;
        double correction = half - Math.fma(s, half + rest, n * LN2_LOW);
        return Math.fma(n, LN2_HIGH, f - correction);
    }
}
