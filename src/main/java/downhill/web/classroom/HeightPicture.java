package downhill.web.classroom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/**
 * Heights over a grid as bands and contours of an SVG picture, by marching squares. The levels are even steps of the square root, which gives a bowl's
 * contours even distances.
 *
 * @param bands the ground above each level, from the lowest level on, as paths
 * @param contours the lines of all levels as one path
 */
public record HeightPicture(List<String> bands, String contours) {
    /** The number of levels above the lowest ground. */
    public static final int LEVELS = 9;

    /**
     * The picture of a grid.
     *
     * @param heights [column][row], the first row at the bottom; ground that is not finite counts as highest
     */
    static HeightPicture of(double[][] heights, double width, double height) {
        double low = finite(heights).min().orElse(0);
        double high = finite(heights).max().orElse(1);
        List<String> bands = new ArrayList<>();
        var contours = new StringBuilder();
        for (int level = 1; level <= LEVELS; level++) {
            double share = (double) level / (LEVELS + 1);
            var band = new Band(heights, low + share * share * (high - low), width, height);
            bands.add(band.area());
            contours.append(band.line());
        }
        return new HeightPicture(List.copyOf(bands), contours.toString());
    }

    private static java.util.stream.DoubleStream finite(double[][] heights) {
        return Arrays.stream(heights).flatMapToDouble(Arrays::stream).filter(Double::isFinite);
    }

    /** The ground above one level. */
    private static final class Band {
        private final double[][] heights;
        private final double level;
        private final double dx;
        private final double dy;
        private final double bottom;

        Band(double[][] heights, double level, double width, double height) {
            this.heights = heights;
            this.level = level;
            this.dx = width / (heights.length - 1);
            this.dy = height / (heights[0].length - 1);
            this.bottom = height;
        }

        /** Its cells as polygons; whole ones beside each other in a row are one. */
        String area() {
            var path = new StringBuilder();
            for (int j = 0; j < heights[0].length - 1; j++) {
                int from = 0;
                for (int i = 0; i < heights.length - 1; i++) {
                    if (!isWhole(i, j)) {
                        addRow(path, from, i, j);
                        from = i + 1;
                        path.append(cell(i, j));
                    }
                }
                addRow(path, from, heights.length - 1, j);
            }
            return path.toString();
        }

        private boolean isWhole(int i, int j) {
            return isAbove(i, j) && isAbove(i + 1, j) && isAbove(i, j + 1) && isAbove(i + 1, j + 1);
        }

        private boolean isAbove(int i, int j) {
            return !(heights[i][j] <= level);
        }

        private void addRow(StringBuilder path, int from, int to, int j) {
            if (to > from) {
                path.append('M').append(at(from, j)).append('L').append(at(to, j));
                path.append('L')
                        .append(at(to, j + 1))
                        .append('L')
                        .append(at(from, j + 1))
                        .append('z');
            }
        }

        /** The part of a cell above the level, as a polygon around its corners. */
        private String cell(int i, int j) {
            int[][] corners = {{i, j}, {i + 1, j}, {i + 1, j + 1}, {i, j + 1}};
            var polygon = new StringJoiner("L", "M", "z").setEmptyValue("");
            for (int c = 0; c < corners.length; c++) {
                int[] here = corners[c];
                int[] next = corners[(c + 1) % corners.length];
                boolean isUp = isAbove(here[0], here[1]);
                if (isUp) {
                    polygon.add(at(here[0], here[1]));
                }
                if (isUp != isAbove(next[0], next[1])) {
                    polygon.add(crossing(here, next));
                }
            }
            return polygon.toString();
        }

        /** The contour at the level, cell by cell. */
        String line() {
            var path = new StringBuilder();
            for (int i = 0; i < heights.length - 1; i++) {
                for (int j = 0; j < heights[0].length - 1; j++) {
                    List<String> ends = crossings(i, j);
                    for (int k = 0; k + 1 < ends.size(); k += 2) {
                        path.append('M').append(ends.get(k)).append('L').append(ends.get(k + 1));
                    }
                }
            }
            return path.toString();
        }

        private List<String> crossings(int i, int j) {
            int[][] corners = {{i, j}, {i + 1, j}, {i + 1, j + 1}, {i, j + 1}};
            List<String> found = new ArrayList<>();
            for (int c = 0; c < corners.length; c++) {
                int[] here = corners[c];
                int[] next = corners[(c + 1) % corners.length];
                if (isAbove(here[0], here[1]) != isAbove(next[0], next[1])) {
                    found.add(crossing(here, next));
                }
            }
            return found;
        }

        private String crossing(int[] a, int[] b) {
            double from = heights[a[0]][a[1]];
            double to = heights[b[0]][b[1]];
            boolean isFinite = Double.isFinite(from) && Double.isFinite(to);
            double t = isFinite ? (level - from) / (to - from) : 0.5;
            return point(a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]));
        }

        private String at(int i, int j) {
            return point(i, j);
        }

        private String point(double i, double j) {
            return Math.round(dx * i) + " " + Math.round(bottom - dy * j);
        }
    }
}
