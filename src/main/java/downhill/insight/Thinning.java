package downhill.insight;

import downhill.train.history.CostSeries;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntToLongFunction;

/** Fewer points for a long curve, such that no peak and no trough is lost. */
public final class Thinning {
    private Thinning() {}

    /** The costs of fewer steps: those that {@link #indices} names. */
    public static CostSeries of(CostSeries series, int points) {
        return some(series, indices(series.steps(), series.costs(), points));
    }

    /** The costs of fewer steps for a linear and for a logarithmic axis: half of the points are as dense as each of them asks for. */
    public static CostSeries forBothAxes(CostSeries series, int points) {
        if (series.size() <= points) {
            return series;
        }
        Set<Integer> kept = new TreeSet<>();
        for (int i : indices(series.steps(), series.costs(), points / 2)) {
            kept.add(i);
        }
        addExtremes(series.costs(), logEnds(series.steps(), (points / 2 - 2) / 2), kept);
        return some(series, kept.stream().mapToInt(Integer::intValue).toArray());
    }

    private static CostSeries some(CostSeries series, int[] kept) {
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
        addExtremes(values, ends(steps, stretches, s -> steps[0] + count * s / stretches), kept);
    }

    /** The ends of stretches that are equally long on a logarithmic axis, as indices. */
    private static int[] logEnds(int[] steps, int stretches) {
        double low = StrictMath.log1p(steps[0]);
        double length = StrictMath.log1p(steps[steps.length - 1] + 1.0) - low;
        return ends(steps, stretches, s -> Math.round(StrictMath.expm1(low + length * s / stretches)));
    }

    /** The index after each stretch's last step. */
    private static int[] ends(int[] steps, int stretches, IntToLongFunction endStep) {
        int[] ends = new int[stretches];
        int i = 0;
        for (int s = 0; s < stretches; s++) {
            long end = s == stretches - 1 ? Long.MAX_VALUE : endStep.applyAsLong(s + 1);
            while (i < steps.length && steps[i] < end) {
                i++;
            }
            ends[s] = i;
        }
        return ends;
    }

    private static void addExtremes(double[] values, int[] ends, Set<Integer> kept) {
        int start = 0;
        for (int end : ends) {
            if (end > start) {
                addExtremes(values, start, end, kept);
            }
            start = end;
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
