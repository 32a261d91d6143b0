package downhill.web.playground;

import downhill.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A data set on offer, with a small picture of it.
 *
 * @param name the set's name in a specification
 * @param label what people call it
 * @param dots some of its examples, in a picture of {@value #SIZE} by {@value #SIZE}
 */
public record DataChoice(String name, String label, List<Dot> dots) {
    /** The picture's width and height. */
    public static final int SIZE = 48;

    private static final int MARGIN = 5;

    /** One example: its place in the picture, y downward, and whether its target is the higher one. */
    public record Dot(long x, long y, boolean high) {}

    /** The places of the dots of one class as one path, whose round ends are the dots: a browser lays out two shapes instead of hundreds. */
    public String path(boolean high) {
        return dots.stream()
                .filter(dot -> dot.high() == high)
                .map(dot -> "M" + dot.x() + " " + dot.y() + "h0")
                .collect(Collectors.joining());
    }

    /** The choice of a set of two inputs and one target: some of its training examples, evenly apart. */
    static DataChoice of(String name, String label, Dataset data, int most) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double middle = 0;
        for (double input : data.inputs()) {
            low = Math.min(low, input);
            high = Math.max(high, input);
        }
        for (double target : data.targets()) {
            middle += target / data.targets().length;
        }
        double scale = (SIZE - 2 * MARGIN) / (high - low);
        List<Dot> dots = new ArrayList<>();
        int stride = Math.max(1, data.size() / most);
        for (int e = 0; e < data.size(); e += stride) {
            long x = Math.round(MARGIN + (data.inputs()[2 * e] - low) * scale);
            long y = Math.round(SIZE - MARGIN - (data.inputs()[2 * e + 1] - low) * scale);
            dots.add(new Dot(x, y, data.targets()[e] > middle));
        }
        return new DataChoice(name, label, List.copyOf(dots));
    }
}
