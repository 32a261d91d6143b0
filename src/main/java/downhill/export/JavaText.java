package downhill.export;

import downhill.net.activation.ElementaryFunction;

/**
 * Pieces of Java that need no number of the run: the random generator and the elementary functions, operation by operation
 * those of {@link downhill.math.Rng} and {@link downhill.math.Elementary}, so that the program gives the same bits.
 */
final class JavaText {
    static final String UNPACKED = """
            /** An array from its bits. */
            static double[][] unpacked(int width, String... text) {
                byte[] deflated = java.util.Base64.getDecoder().decode(String.join("", text));
                try (var stream = new java.util.zip.InflaterInputStream(new java.io.ByteArrayInputStream(deflated))) {
                    var numbers = java.nio.ByteBuffer.wrap(stream.readAllBytes())
                            .order(java.nio.ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
                    double[][] rows = new double[numbers.remaining() / width][width];
                    for (double[] row : rows) numbers.get(row);
                    return rows;
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }

            """;

    static final String GENERATOR = """
            static final long GOLDEN = 0x9E3779B97F4A7C15L;

            /** SplitMix64's mixing of 64 bits. */
            static long mixed(long x) {
                x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
                x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
                return x ^ (x >>> 31);
            }

            /** The state of a random generator (xoshiro256++): the same for the same seed, stream and part. */
            static long[] random(long stream, long part) {
                long x = mixed(mixed(mixed(SEED + GOLDEN) ^ stream * GOLDEN) ^ part);
                return new long[] {mixed(x + GOLDEN), mixed(x + 2 * GOLDEN), mixed(x + 3 * GOLDEN), mixed(x + 4 * GOLDEN)};
            }

            /** The next 64 random bits. */
            static long next(long[] s) {
                long result = Long.rotateLeft(s[0] + s[3], 23) + s[0];
                long t = s[1] << 17;
                s[2] ^= s[0];
                s[3] ^= s[1];
                s[1] ^= s[2];
                s[0] ^= s[3];
                s[2] ^= t;
                s[3] = Long.rotateLeft(s[3], 45);
                return result;
            }

            """;

    static final String SHUFFLE = """
            /** Shuffles as Fisher and Yates do. */
            static void shuffle(int[] places, long[] random) {
                for (int i = places.length - 1; i > 0; i--) {
                    long most = (1L << 62) - (1L << 62) % (i + 1);
                    long bits;
                    do bits = next(random) >>> 2; while (bits >= most);
                    int j = (int) (bits % (i + 1));
                    int kept = places[i];
                    places[i] = places[j];
                    places[j] = kept;
                }
            }

            """;

    private static final String EXP = """
            static double polynomial(double x, double... coefficients) {
                double sum = coefficients[0];
                for (int i = 1; i < coefficients.length; i++) sum = Math.fma(sum, x, coefficients[i]);
                return sum;
            }

            /** e^r - 1 for small r. */
            static double expMinusOne(double r) {
                double s = r * r;
                double even = polynomial(s, 0x1.1f92ed10f67dep-29, 0x1.27e4c7a74c7d3p-22, 0x1.a01a01af711c0p-16,
                        0x1.6c16c16c14a5bp-10, 0x1.5555555555559p-5, 0.5);
                double odd = polynomial(s, 0x1.af5ebb9bb4e89p-26, 0x1.71ddf85b38645p-19, 0x1.a01a01afdf525p-13,
                        0x1.111111110f6c7p-7, 0x1.5555555555559p-3);
                return Math.fma(s, Math.fma(r, odd, even), r);
            }

            static final double ROUNDER = 0x1.8p52, LN2_HIGH = 0x1.62e42fefa39efp-1, LN2_LOW = 0x1.abc9e3b39803fp-56;

            /** x - n ln 2. */
            static double reduced(double x, double n) {
                return Math.fma(-n, LN2_LOW, Math.fma(-n, LN2_HIGH, x));
            }

            static double powerOfTwo(double shifted) {
                return Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) + 1023) << 52);
            }

            /** e^x, with the same bits on every machine. */
            static double exp(double x) {
                double c = Math.max(Math.min(x, 710.0), -746.0);
                double n = Math.fma(c, 0x1.71547652b82fep0, ROUNDER) - ROUNDER;
                double half = Math.fma(n, 0.5, ROUNDER);
                return (1 + expMinusOne(reduced(c, n))) * powerOfTwo(half) * powerOfTwo(n - (half - ROUNDER) + ROUNDER);
            }

            """;

    private static final String LOG = """
            /** ln(1 + f) + n ln 2. */
            static double logOnePlus(double f, double n) {
                double s = f / (2 + f), z = s * s;
                double even = polynomial(z * z, 0x1.2f097f6fa0075p-3, 0x1.74664291436a3p-3, 0x1.24924942048f7p-2,
                        0x1.5555555555593p-1);
                double odd = polynomial(z * z, 0x1.39a157356f144p-3, 0x1.c71c51f887967p-3, 0x1.999999997fc71p-2);
                double half = 0.5 * f * f;
                double correction = half - Math.fma(s, half + z * Math.fma(z, odd, even), n * LN2_LOW);
                return Math.fma(n, LN2_HIGH, f - correction);
            }

            /** ln x for x from 1 on. */
            static double log(double x) {
                long bits = Double.doubleToRawLongBits(x);
                long n = (bits - 0x3fe6a09e667f3bcdL) >> 52;
                return logOnePlus(Double.longBitsToDouble(bits - (n << 52)) - 1, n);
            }

            """;

    private static final String SOFTPLUS = """
            /** ln(1 + e^x), which never overflows. */
            static double softplus(double x) {
                double power = exp(-Math.abs(x));
                boolean halved = power > 0x1.a827999fcef32p-2;
                return (x > 0 ? x : 0) + logOnePlus(halved ? 0.5 * (power - 1) : power, halved ? 1 : 0);
            }

            """;

    private static final String SIGMOID = """
            static double sigmoid(double z) {
                double power = exp(-Math.abs(z));
                return (z < 0 ? power : 1) / (1 + power);
            }

            """;

    private static final String TANH = """
            static double tanh(double z) {
                double doubled = 2 * Math.min(Math.abs(z), 22.0);
                double shifted = Math.fma(doubled, 0x1.71547652b82fep0, ROUNDER);
                double scale = powerOfTwo(shifted);
                double rest = Math.fma(scale, expMinusOne(reduced(doubled, shifted - ROUNDER)), scale - 1);
                return Math.copySign(rest / (rest + 2), z);
            }

            """;

    private JavaText() {}

    static String definition(ElementaryFunction function) {
        return switch (function) {
            case EXP -> EXP;
            case LOG -> LOG;
            case SOFTPLUS -> SOFTPLUS;
            case SIGMOID -> SIGMOID;
            case TANH -> TANH;
        };
    }
}
