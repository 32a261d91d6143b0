package downhill.web.classroom;

import downhill.classroom.Trace.Spot;
import downhill.descent.HeightMap;
import downhill.descent.HillInfo;
import downhill.descent.HillInfo.Interval;
import downhill.insight.Landscape;
import downhill.web.classroom.DescentPicture.Dot;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * The ground on which a class is seen to walk: a hill or a slice from above, or a hill over a line from the side.
 *
 * @param across the range of the first coordinate
 * @param up the range of the second one, or of the heights
 * @param heights the bands and contours; nothing from the side
 * @param profile the line of a hill from the side, as an SVG path; empty from above
 */
public record Ground(Interval across, Interval up, int height, Optional<HeightPicture> heights, String profile) {
    private static final int SIZE = 61;
    private static final int LINE_SIZE = 201;
    private static final int LINE_HEIGHT = 620;
    private static final double ROOM = 0.08;

    /** The largest and smallest height of a map as a share of its width. */
    private static final double TALLEST = 1.0;

    private static final double FLATTEST = 0.5;

    static Ground of(HillInfo hill) {
        return hill.hill().dimensions() == 1 ? ofLine(hill) : ofMap(hill);
    }

    private static Ground ofMap(HillInfo hill) {
        Interval across = hill.domain().get(0);
        Interval up = hill.domain().get(1);
        double shape = (up.high() - up.low()) / (across.high() - across.low());
        int height = (int) Math.round(DescentPicture.WIDTH * Math.clamp(shape, FLATTEST, TALLEST));
        List<List<Double>> rows = HeightMap.of(hill, SIZE).heights();
        double[][] grid = new double[SIZE][SIZE];
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < SIZE; j++) {
                grid[i][j] = rows.get(j).get(i);
            }
        }
        return new Ground(across, up, height, Optional.of(HeightPicture.of(grid, DescentPicture.WIDTH, height)), "");
    }

    private static Ground ofLine(HillInfo hill) {
        HeightMap map = HeightMap.of(hill, LINE_SIZE);
        List<Double> heights = map.heights().getFirst();
        double low = heights.stream().mapToDouble(x -> x).min().orElseThrow();
        double high = heights.stream().mapToDouble(x -> x).max().orElseThrow();
        double room = ROOM * (high - low);
        var bare = new Ground(
                hill.domain().getFirst(), new Interval(low - room, high + room), LINE_HEIGHT, Optional.empty(), "");
        var path = new StringJoiner("L", "M", "");
        for (int i = 0; i < LINE_SIZE; i++) {
            Dot dot = bare.place(new Spot(map.axes().getFirst().get(i), heights.get(i)));
            path.add(Math.round(dot.x()) + " " + Math.round(dot.y()));
        }
        return new Ground(bare.across, bare.up, LINE_HEIGHT, Optional.empty(), path.toString());
    }

    static Ground of(Landscape slice) {
        double[] xs = slice.alphas();
        double[] ys = slice.betas();
        return new Ground(
                new Interval(xs[0], xs[xs.length - 1]),
                new Interval(ys[0], ys[ys.length - 1]),
                DescentPicture.WIDTH,
                Optional.of(HeightPicture.of(slice.costs(), DescentPicture.WIDTH, DescentPicture.WIDTH)),
                "");
    }

    /** Tests whether a place lies on it. */
    boolean has(Spot spot) {
        return isIn(spot.x(), across) && isIn(spot.y(), up);
    }

    private static boolean isIn(double x, Interval interval) {
        return x >= interval.low() && x <= interval.high();
    }

    /** A place in the picture's units; one beyond the edge is at the edge. */
    Dot place(Spot spot) {
        return new Dot(
                Math.round(10 * DescentPicture.WIDTH * share(spot.x(), across)) / 10.0,
                Math.round(10 * height * (1 - share(spot.y(), up))) / 10.0);
    }

    private static double share(double x, Interval interval) {
        return Math.clamp((x - interval.low()) / (interval.high() - interval.low()), 0, 1);
    }
}
