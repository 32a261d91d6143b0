package downhill.data;

import java.util.List;

/** Rows of numbers that must all have the same width. */
final class Rows {
    private Rows() {}

    /** The width of the first row; there must be one, and it must not be empty. */
    static int width(List<List<Double>> rows, String pointer) {
        if (rows.isEmpty()) {
            throw new DataRefusedException(pointer, "at least one row is needed");
        }
        if (rows.getFirst().isEmpty()) {
            throw new DataRefusedException(pointer + "/0", "row 0 is empty; at least one number is needed");
        }
        return rows.getFirst().size();
    }

    /** The rows one after the other; refuses a row of another width and a number that is not finite. */
    static double[] flat(List<List<Double>> rows, int width, String pointer) {
        double[] values = new double[Math.multiplyExact(rows.size(), width)];
        for (int r = 0; r < rows.size(); r++) {
            List<Double> row = rows.get(r);
            if (row.size() != width) {
                throw new DataRefusedException(
                        pointer + "/" + r, "row " + r + " has " + row.size() + " columns; the first row has " + width);
            }
            for (int c = 0; c < width; c++) {
                if (!Double.isFinite(row.get(c))) {
                    throw new DataRefusedException(
                            pointer + "/" + r + "/" + c, "row " + r + ", column " + c + " is not a finite number");
                }
                values[r * width + c] = row.get(c);
            }
        }
        return values;
    }
}
