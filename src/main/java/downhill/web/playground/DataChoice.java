package downhill.web.playground;

import downhill.data.DataSetInfo;
import downhill.data.DataSets;
import downhill.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * A data set on offer, with a small picture of it.
 *
 * @param name the set's name in a specification
 * @param label what people call it
 * @param dots some of its examples, in a picture of {@value #SIZE} by {@value #SIZE}; none for a set that is no plane and no curve
 * @param sign a drawing in the same square, for a set without dots; else empty
 */
public record DataChoice(String name, String label, List<Dot> dots, String sign) {
    /** The picture's width and height. */
    public static final int SIZE = 48;

    private static final int MARGIN = 5;

    /** The looks of the two classes of one output, as the style sheet calls them. */
    static final String HIGH = "plus";

    static final String LOW = "minus";
    private static final int DOTS = 60;
    /** A sine of height 1 over a domain of 12 would be drawn flat. */
    private static final double CURVE_HEIGHT = 3.5;

    /** Six bits and the axis between them, a family tree, and the digit that is named most often. */
    private static final Map<String, String> SIGNS = Map.of(
            "symmetry", "M24 6v36M5 20h8v8H5zM15 20h5v8h-5zM28 20h5v8h-5zM35 20h8v8h-8z",
            "family-trees", "M24 8v10M12 30V18h24v12M12 30v10M36 30v10M18 8h12M6 40h12M30 40h12",
            "digits", "M24 23c-6 0-9-3-9-7s4-8 9-8 9 4 9 8-3 7-9 7c-7 0-11 4-11 9s5 8 11 8 11-3 11-8-4-9-11-9z");

    /** All built-in sets, in the order in which they are offered. */
    static List<DataChoice> all() {
        return DataSets.all().stream().map(DataChoice::of).toList();
    }

    private static DataChoice of(DataSetInfo info) {
        if (info.dimensions() == 0) {
            return new DataChoice(info.name(), info.title(), List.of(), SIGNS.getOrDefault(info.name(), ""));
        }
        int outputs = info.outputWidths().getFirst();
        Dataset data = DataSets.build(info.standard(1), outputs);
        return info.dimensions() == 1 ? curve(info, data) : of(info.name(), info.title(), data, DOTS);
    }

    /** The choice of a curve: the target upward over the input. */
    private static DataChoice curve(DataSetInfo info, Dataset data) {
        double[] points = new double[2 * data.size()];
        for (int e = 0; e < data.size(); e++) {
            points[2 * e] = data.inputs()[e];
            points[2 * e + 1] = CURVE_HEIGHT * data.targets()[e];
        }
        return new DataChoice(info.name(), info.title(), dots(points, data.targets(), 1, DOTS), "");
    }

    /** One example: its place in the picture, y downward, and its look: how its class is drawn. */
    public record Dot(long x, long y, String look) {}

    /** The looks of the dots, each once. */
    public List<String> looks() {
        return dots.stream().map(Dot::look).distinct().sorted().toList();
    }

    /** The places of the dots of one look as one path, whose round ends are the dots: a browser lays out few shapes instead of hundreds. */
    public String path(String look) {
        return dots.stream()
                .filter(dot -> dot.look().equals(look))
                .map(dot -> "M" + dot.x() + " " + dot.y() + "h0")
                .collect(Collectors.joining());
    }

    /** The choice of a set of two inputs: some of its training examples, evenly apart. */
    static DataChoice of(String name, String label, Dataset data, int most) {
        return new DataChoice(name, label, dots(data.inputs(), data.targets(), data.targetWidth(), most), "");
    }

    private static List<Dot> dots(double[] points, double[] targets, int width, int most) {
        double low = DoubleStream.of(points).min().orElseThrow();
        double high = DoubleStream.of(points).max().orElseThrow();
        double middle = DoubleStream.of(targets).average().orElseThrow();
        double scale = (SIZE - 2 * MARGIN) / (high - low);
        List<Dot> dots = new ArrayList<>();
        int count = targets.length / width;
        int stride = Math.max(1, count / most);
        for (int e = 0; e < count; e += stride) {
            long x = Math.round(MARGIN + (points[2 * e] - low) * scale);
            long y = Math.round(SIZE - MARGIN - (points[2 * e + 1] - low) * scale);
            dots.add(new Dot(x, y, width == 1 ? targets[e] > middle ? HIGH : LOW : "class-" + yes(targets, e * width)));
        }
        return List.copyOf(dots);
    }

    /** The class whose target is the highest, from 1. */
    private static int yes(double[] targets, int from) {
        int yes = 0;
        while (targets[from + yes] < 1) {
            yes++;
        }
        return yes + 1;
    }
}
