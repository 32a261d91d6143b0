package downhill.web.classroom;

import downhill.math.text.NumberText;
import java.util.ArrayList;
import java.util.List;

/**
 * An axis of a chart: places of numbers, in the picture's units.
 *
 * @param start the place of the low end
 * @param end the place of the high end
 * @param isLog whether equal distances are equal ratios
 */
public record ChartAxis(double low, double high, double start, double end, boolean isLog) {
    private static final int DIGITS = 3;
    private static final double ROOM = 0.06;

    /** An axis is logarithmic from this ratio of the largest number to the smallest on. */
    private static final double LOG_FROM = 20;

    /** Numbers that are larger by more than this factor are drawn as if at the end: somebody's walker climbed beyond all bounds. */
    private static final double MOST_TIMES = 1e6;

    /** The most by which a curve is seen to rise above the highest start. */
    private static final double MOST_RISE = 1000;

    /** A number with its place. */
    public record Tick(double place, String text) {}

    /** An axis for these numbers, of which there is at least one. */
    static ChartAxis of(List<Double> numbers, double start, double end) {
        double low = numbers.stream().mapToDouble(x -> x).min().orElseThrow();
        double high = numbers.stream().mapToDouble(x -> x).max().orElseThrow();
        if (low > 0 && high / low >= LOG_FROM) {
            return new ChartAxis(low / 1.5, Math.min(high, low * MOST_TIMES) * 1.5, start, end, true);
        }
        double room = high > low ? ROOM * (high - low) : Math.max(1e-9, Math.abs(high) / 2);
        return new ChartAxis(low - room, high + room, start, end, false);
    }

    /**
     * An axis for the heights of curves, none of them below 0: logarithmic if they span enough, down to where nobody could tell them from 0. What is far
     * above the highest start is drawn at the top.
     *
     * @param top the highest start
     */
    static ChartAxis ofCurves(List<Double> heights, double top, double start, double end) {
        List<Double> shown =
                heights.stream().map(x -> Math.min(x, MOST_RISE * top)).toList();
        double high = shown.stream().mapToDouble(x -> x).max().orElseThrow();
        double low = shown.stream().mapToDouble(x -> x).filter(x -> x > 0).min().orElse(high);
        boolean hasNegative = shown.stream().anyMatch(x -> x < 0);
        return hasNegative || high / low < LOG_FROM
                ? of(shown, start, end)
                : new ChartAxis(Math.max(low, high / MOST_TIMES) / 1.5, high * 1.5, start, end, true);
    }

    double place(double x) {
        double share = isLog ? Math.log(x / low) / Math.log(high / low) : (x - low) / (high - low);
        return Math.round(10 * (start + Math.clamp(share, 0, 1) * (end - start))) / 10.0;
    }

    /** Round numbers along the axis, about as many as wanted. */
    List<Tick> ticks(int wanted) {
        List<Tick> ticks = new ArrayList<>();
        if (isLog) {
            int first = (int) Math.ceil(Math.log10(low));
            int last = (int) Math.floor(Math.log10(high));
            int by = Math.max(1, (last - first + 1) / wanted);
            for (int power = first; power <= last; power += by) {
                add(ticks, Math.pow(10, power));
            }
            return ticks;
        }
        double step = step((high - low) / wanted);
        for (double i = Math.ceil(low / step); i * step <= high + step * 1e-9; i++) {
            add(ticks, i * step);
        }
        return ticks;
    }

    private void add(List<Tick> ticks, double x) {
        ticks.add(new Tick(place(x), NumberText.plain(x, DIGITS)));
    }

    /** The round step that is nearest above: 1, 2 or 5 times a power of ten. */
    private static double step(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double times = rough / power;
        return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
    }
}
