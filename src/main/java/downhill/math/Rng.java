package downhill.math;

/**
 * A seeded random generator whose algorithm is ours and written down, so that no library version ever changes a run.
 *
 * <p>State and output are xoshiro256++ (Blackman and Vigna, 2019); the four words of state come from SplitMix64 started at
 * a mix of the seed and the stream's number. Separate streams (data, initial weights, shuffling, dropout) of one seed are
 * separate generators: drawing from one never moves another.
 */
public final class Rng {
    /** The use of a generator; its number is part of the algorithm and never changes. */
    public enum Stream {
        DATA(1),
        WEIGHTS(2),
        SHUFFLE(3),
        DROPOUT(4),
        LANDSCAPE(5),
        CHECK(6);

        private final long number;

        Stream(long number) {
            this.number = number;
        }
    }

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    private Rng(long mixed) {
        begin(mixed);
    }

    private void begin(long mixed) {
        long x = mixed;
        s0 = splitMix(x += GOLDEN);
        s1 = splitMix(x += GOLDEN);
        s2 = splitMix(x += GOLDEN);
        s3 = splitMix(x + GOLDEN);
    }

    /** The generator of one stream of a seed. */
    public static Rng of(long seed, Stream stream) {
        return of(seed, stream, 0);
    }

    /**
     * The generator of one numbered part of a stream, for example of one epoch's shuffling: any part can be drawn without
     * drawing the parts before it.
     */
    public static Rng of(long seed, Stream stream, long part) {
        return new Rng(mixed(seed, stream, part));
    }

    /** Becomes the generator that {@link #of(long, Stream, long)} answers. */
    public void restart(long seed, Stream stream, long part) {
        begin(mixed(seed, stream, part));
    }

    private static long mixed(long seed, Stream stream, long part) {
        long mixed = splitMix(seed + GOLDEN);
        mixed = splitMix(mixed ^ stream.number * GOLDEN);
        return splitMix(mixed ^ part);
    }

    private static long splitMix(long x) {
        long z = x;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The next 64 bits. */
    public long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /** A number in [0, 1): the upper 53 bits over 2^53. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** A number in [low, high): low + (high - low) * {@link #nextDouble()}. */
    public double uniform(double low, double high) {
        return low + (high - low) * nextDouble();
    }

    /** A whole number in [0, bound), without bias: draws again above the largest multiple of bound. */
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be positive, was " + bound);
        }
        long limit = (1L << 62) - (1L << 62) % bound;
        long bits;
        do {
            bits = nextLong() >>> 2;
        } while (bits >= limit);
        return (int) (bits % bound);
    }

    /**
     * A standard normal number by the Box-Muller transform (1958), cosine branch only: two uniform draws each, no state kept
     * between calls.
     */
    public double nextGaussian() {
        double u = 1.0 - nextDouble();
        double v = nextDouble();
        return StrictMath.sqrt(-2.0 * StrictMath.log(u)) * StrictMath.cos(2.0 * StrictMath.PI * v);
    }

    /** A fresh permutation of 0 .. n-1. */
    public int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        shuffle(order);
        return order;
    }

    /** Shuffles a list in place, as Fisher and Yates do, from the last place down. */
    public void shuffle(int[] order) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }
}
