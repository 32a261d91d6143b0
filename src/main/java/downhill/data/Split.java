package downhill.data;

import downhill.math.Rng;

/** The parting of examples into those to train on and those held out. */
final class Split {
    private Split() {}

    /** The number of examples that are held out: the share, rounded to the nearest whole number. */
    static int held(int count, double testShare) {
        return (int) StrictMath.floor(count * testShare + 0.5);
    }

    /** Marks each example that is held out: the first ones of a permutation. */
    static boolean[] drawn(int count, double testShare, Rng rng) {
        boolean[] held = new boolean[count];
        int[] order = rng.permutation(count);
        int testCount = held(count, testShare);
        for (int i = 0; i < testCount; i++) {
            held[order[i]] = true;
        }
        return held;
    }

    /** The held-out rows or the others, in their order. */
    static double[] rows(double[] values, int width, boolean[] held, boolean wanted) {
        int rows = 0;
        for (boolean h : held) {
            rows += h == wanted ? 1 : 0;
        }
        double[] chosen = new double[rows * width];
        int at = 0;
        for (int e = 0; e < held.length; e++) {
            if (held[e] == wanted) {
                System.arraycopy(values, e * width, chosen, at, width);
                at += width;
            }
        }
        return chosen;
    }
}
