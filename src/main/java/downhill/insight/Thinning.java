package downhill.insight;

import downhill.train.history.CostSeries;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** Fewer points for a long curve, such that no peak and no trough is lost. */
public final class Thinning {
    private Thinning() {}

    /** The costs of fewer steps: those that {@link #indices} names. */
    public static CostSeries of(CostSeries series, int points) {
        int[] kept = indices(series.steps(), series.costs(), points);
        return new CostSeries(
                Arrays.stream(kept).map(i -> series.steps()[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> series.costs()[i]).toArray());
    }

    /**
     * The indices of the points to draw: all of them if they are few enough, else the first, the last, and of each of a number of
     * equal stretches of steps the one with the lowest and the one with the highest value.
     *
     * @param steps ascending, one at least
     * @param values one for each of the steps
     * @param points how many at most, at least 2
     */
    static int[] indices(int[] steps, double[] values, int points) {
        Set<Integer> kept = new TreeSet<>();
        int last = steps.length - 1;
        if (steps.length <= points) {
            for (int i = 0; i <= last; i++) {
                kept.add(i);
            }
        } else {
            kept.add(0);
            kept.add(last);
            addExtremes(steps, values, (points - 2) / 2, kept);
        }
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void addExtremes(int[] steps, double[] values, int stretches, Set<Integer> kept) {
        long count = steps[steps.length - 1] - (long) steps[0] + 1;
        int i = 0;
        for (int s = 0; s < stretches; s++) {
            long end = steps[0] + count * (s + 1) / stretches;
            int start = i;
            while (i < steps.length && steps[i] < end) {
                i++;
            }
            if (i > start) {
                addExtremes(values, start, i, kept);
            }
        }
    }

    private static void addExtremes(double[] values, int start, int end, Set<Integer> kept) {
        int lowest = start;
        int highest = start;
        for (int i = start + 1; i < end; i++) {
            lowest = values[i] < values[lowest] ? i : lowest;
            highest = values[i] > values[highest] ? i : highest;
        }
        kept.add(lowest);
        kept.add(highest);
    }
}
