package downhill.web.classroom;

import downhill.classroom.Tally;
import java.util.List;
import java.util.StringJoiner;

/**
 * Sketched curves over the true one.
 *
 * @param sketches each as an SVG path
 * @param truth the true one as a path; empty where it is not known
 */
public record CurvesPicture(List<String> sketches, String truth) {
    public static final int WIDTH = 640;
    public static final int HEIGHT = 320;

    /** The most points of a path. */
    private static final int POINTS = 200;

    static CurvesPicture of(Tally.OfCurves tally) {
        return new CurvesPicture(
                tally.sketches().stream().map(CurvesPicture::path).toList(), path(tally.truth()));
    }

    private static String path(List<Double> heights) {
        int last = heights.size() - 1;
        if (last < 1) {
            return "";
        }
        int by = Math.max(1, last / POINTS);
        var path = new StringJoiner("L", "M", "");
        for (int i = 0; i < last; i += by) {
            path.add(point(i, last, heights));
        }
        return path.add(point(last, last, heights)).toString();
    }

    private static String point(int i, int last, List<Double> heights) {
        return Math.round(10.0 * WIDTH * i / last) / 10.0 + " "
                + Math.round(10.0 * HEIGHT * (1 - heights.get(i))) / 10.0;
    }
}
