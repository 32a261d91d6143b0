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

    /** The number of ranges. */
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

    /** The first range that ends after a place; count() if none does. */
    public int firstAfter(int place) {
        int low = 0;
        int high = count();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (to(middle) <= place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Sets the places from .. to-1 that lie in these ranges to zero. */
    public void clear(double[] values, int from, int to) {
        for (int i = firstAfter(from); i < count() && from(i) < to; i++) {
            Arrays.fill(values, Math.max(from, from(i)), Math.min(to, to(i)), 0);
        }
    }

    /** Copies the places from .. to-1 that lie in these ranges from one array to another. */
    public void copy(double[] source, double[] target, int from, int to) {
        for (int i = firstAfter(from); i < count() && from(i) < to; i++) {
            int start = Math.max(from, from(i));
            System.arraycopy(source, start, target, start, Math.min(to, to(i)) - start);
        }
    }
}
