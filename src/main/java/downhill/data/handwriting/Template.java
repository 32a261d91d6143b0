package downhill.data.handwriting;

import downhill.math.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One form of a digit: versions of the pen's line through the same sequence of points.
 *
 * @param share how often it is written, compared with the digit's other forms
 * @param versions x and y of each point in turn, in a box of 1 by 1, y down
 * @param marks what the pen does at each point
 */
@SuppressWarnings("ArrayRecordComponent")
record Template(int digit, double share, String name, List<double[]> versions, List<Mark> marks) {
    /** The preference for mixtures near to one version: with 1, all mixtures are equally likely. */
    private static final double UNEVEN = 1.5;

    /** The pen's movement at a point: it goes through smoothly, turns sharply, or ends there to go on from the next. */
    enum Mark {
        SMOOTH,
        CORNER,
        LIFT
    }

    /** Reads the notation that {@code hands.txt} describes. */
    static Template parse(String text) {
        String[] lines = text.split("\n", -1);
        String[] head = lines[0].split(" ", -1);
        List<double[]> versions = new ArrayList<>();
        List<Mark> marks = marks(lines[1]);
        for (int i = 1; i < lines.length; i++) {
            if (!marks(lines[i]).equals(marks)) {
                throw new IllegalArgumentException("versions of " + lines[0] + " differ in points: " + lines[i]);
            }
            versions.add(coordinates(lines[i]));
        }
        return new Template(
                Integer.parseInt(head[0]), Double.parseDouble(head[1]), head[2], List.copyOf(versions), marks);
    }

    private static List<Mark> marks(String line) {
        List<Mark> marks = new ArrayList<>();
        for (String word : line.split(" ", -1)) {
            if (word.equals("/")) {
                marks.set(marks.size() - 1, Mark.LIFT);
            } else {
                marks.add(word.endsWith("*") ? Mark.CORNER : Mark.SMOOTH);
            }
        }
        marks.set(marks.size() - 1, Mark.LIFT);
        return List.copyOf(marks);
    }

    private static double[] coordinates(String line) {
        return Arrays.stream(line.replace("*", "").replace("/ ", "").split("[ ,]", -1))
                .mapToDouble(word -> Integer.parseInt(word) / 100.0)
                .toArray();
    }

    /** A mixture of the versions, in most of which one prevails, carried a little beyond them. */
    double[] mixed(Rng rng) {
        int n = versions.size();
        double[] shares = new double[n];
        double sum = 0;
        for (int v = 0; v < n; v++) {
            shares[v] = StrictMath.pow(-StrictMath.log(1 - rng.nextDouble()), UNEVEN);
            sum += shares[v];
        }
        double[] points = new double[versions.getFirst().length];
        for (int v = 0; v < n; v++) {
            double share = 1.0 / n + 1.35 * (shares[v] / sum - 1.0 / n);
            for (int i = 0; i < points.length; i++) {
                points[i] += share * versions.get(v)[i];
            }
        }
        return points;
    }
}
