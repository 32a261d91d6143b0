package downhill.descent;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The heights of a hill over an even grid of its domain.
 *
 * @param axes the grid's coordinates along each axis
 * @param heights row by row, [y][x]; of a hill over a line one row
 */
public record HeightMap(List<List<Double>> axes, List<List<Double>> heights) {
    /** The heights over {@code size} places along each axis, both ends of the domain among them; size is at least 2. */
    public static HeightMap of(HillInfo info, int size) {
        List<List<Double>> axes =
                info.domain().stream().map(interval -> places(interval, size)).toList();
        List<Double> xs = axes.getFirst();
        List<List<Double>> heights = axes.size() == 1
                ? List.of(xs.stream().map(x -> info.hill().height(x)).toList())
                : axes.get(1).stream()
                        .map(y -> xs.stream().map(x -> info.hill().height(x, y)).toList())
                        .toList();
        return new HeightMap(axes, heights);
    }

    private static List<Double> places(HillInfo.Interval interval, int size) {
        double width = interval.high() - interval.low();
        return IntStream.range(0, size)
                .mapToObj(i -> interval.low() + width * i / (size - 1))
                .toList();
    }
}
