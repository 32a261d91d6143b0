package downhill.insight;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;

/** Fewer points for a long curve, such that no peak and no trough is lost. */
public final class Thinning {
    private Thinning() {}

    /**
     * The steps to draw: all of them if they are few enough, else the first, the last, and of each of a number of equal
     * stretches the one with the lowest and the one with the highest value.
     *
     * @param points how many steps at most, at least 2
     */
    public static int[] steps(IntToDoubleFunction value, int from, int to, int points) {
        int count = to - from + 1;
        Set<Integer> kept = new TreeSet<>();
        if (count <= points) {
            for (int step = from; step <= to; step++) {
                kept.add(step);
            }
        } else {
            kept.add(from);
            kept.add(to);
            int stretches = (points - 2) / 2;
            for (int s = 0; s < stretches; s++) {
                int start = from + (int) ((long) count * s / stretches);
                int end = from + (int) ((long) count * (s + 1) / stretches);
                addExtremes(value, start, end, kept);
            }
        }
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void addExtremes(IntToDoubleFunction value, int start, int end, Set<Integer> kept) {
        int lowest = start;
        int highest = start;
        for (int step = start + 1; step < end; step++) {
            double v = value.applyAsDouble(step);
            lowest = v < value.applyAsDouble(lowest) ? step : lowest;
            highest = v > value.applyAsDouble(highest) ? step : highest;
        }
        kept.add(lowest);
        kept.add(highest);
    }
}
