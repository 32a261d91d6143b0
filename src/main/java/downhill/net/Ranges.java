package downhill.net;

import java.util.Arrays;
import java.util.BitSet;

/** Half-open ranges of places in a flat array, ascending and apart: [from, to), [from, to), … */
public final class Ranges {
    private final int[] ends;

    private Ranges(int[] ends) {
        this.ends = ends;
    }

    /** The ranges of the set bits. */
    public static Ranges of(BitSet places) {
        int[] ends = new int[8];
        int count = 0;
        int from = places.nextSetBit(0);
        while (from >= 0) {
            int to = places.nextClearBit(from);
            if (count == ends.length) {
                ends = Arrays.copyOf(ends, 2 * count);
            }
            ends[count++] = from;
            ends[count++] = to;
            from = places.nextSetBit(to);
        }
        return new Ranges(Arrays.copyOf(ends, count));
    }

    /** How many ranges there are. */
    public int count() {
        return ends.length / 2;
    }

    /** The first place of range i. */
    public int from(int i) {
        return ends[2 * i];
    }

    /** The place after the last of range i. */
    public int to(int i) {
        return ends[2 * i + 1];
    }

    /** Sets the places of all ranges to zero. */
    public void clear(double[] values) {
        for (int i = 0; i < ends.length; i += 2) {
            Arrays.fill(values, ends[i], ends[i + 1], 0);
        }
    }

    /** Copies the places of all ranges from one array to another. */
    public void copy(double[] from, double[] to) {
        for (int i = 0; i < ends.length; i += 2) {
            System.arraycopy(from, ends[i], to, ends[i], ends[i + 1] - ends[i]);
        }
    }
}
