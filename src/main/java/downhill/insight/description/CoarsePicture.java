package downhill.insight.description;

import downhill.insight.description.Description.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A square picture as a description has it: in coarse squares, row by row from the top. */
public final class CoarsePicture {
    /** The number of squares along each side that a description reads out. */
    private static final int SQUARES = 7;

    private static final int LEAST_SIDE = 4;
    private static final List<String> PARTS = List.of(
            "at the upper left",
            "at the top",
            "at the upper right",
            "at the left",
            "in the middle",
            "at the right",
            "at the lower left",
            "at the bottom",
            "at the lower right");

    private final double[] points;
    private final int side;

    private CoarsePicture(double[] points, int side) {
        this.points = points;
        this.side = side;
    }

    /** The picture, if the number of its numbers is a square. */
    static Optional<CoarsePicture> of(double[] points) {
        int side = (int) Math.round(Math.sqrt(points.length));
        return side >= LEAST_SIDE && side * side == points.length
                ? Optional.of(new CoarsePicture(points, side))
                : Optional.empty();
    }

    int side() {
        return side;
    }

    /** The ninth of the picture in which the mean is largest. */
    String brightest() {
        return PARTS.get(extreme(1));
    }

    /** The ninth of the picture in which the mean is smallest. */
    String darkest() {
        return PARTS.get(extreme(-1));
    }

    private int extreme(int sign) {
        int found = 0;
        for (int part = 1; part < PARTS.size(); part++) {
            if (sign * mean(part / 3, part % 3, 3) > sign * mean(found / 3, found % 3, 3)) {
                found = part;
            }
        }
        return found;
    }

    /** The mean over one square, of {@code squares} along each side. */
    private double mean(int row, int column, int squares) {
        double sum = 0;
        int count = 0;
        for (int y = side * row / squares; y < side * (row + 1) / squares; y++) {
            for (int x = side * column / squares; x < side * (column + 1) / squares; x++) {
                sum += points[y * side + x];
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /** The picture's coarse squares with their means. */
    Table table(String caption) {
        int squares = Math.min(SQUARES, side);
        List<String> heads = new ArrayList<>(List.of("row"));
        IntStream.rangeClosed(1, squares).mapToObj(Integer::toString).forEach(heads::add);
        List<List<String>> rows = new ArrayList<>();
        for (int y = 0; y < squares; y++) {
            int row = y;
            List<String> line = new ArrayList<>(List.of(Integer.toString(y + 1)));
            IntStream.range(0, squares)
                    .mapToObj(x -> SpokenNumbers.of(mean(row, x, squares)))
                    .forEach(line::add);
            rows.add(line);
        }
        return new Table(caption, heads, rows);
    }
}
