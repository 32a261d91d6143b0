package downhill.math;

/** A view of a flat array as rows of numbers, one row after the other: element (i, j) is at offset + i*columns + j. */
public final class Matrix {
    /** The number of rows that are transposed at a time, so that writes go to neighbouring places. */
    private static final int BLOCK = 8;

    private final double[] data;
    private final int offset;
    private final int rows;
    private final int columns;

    private Matrix(double[] data, int offset, int rows, int columns) {
        this.data = data;
        this.offset = offset;
        this.rows = rows;
        this.columns = columns;
    }

    /** Rows x columns zeros in an array of their own. */
    public static Matrix zeros(int rows, int columns) {
        return new Matrix(new double[Math.multiplyExact(rows, columns)], 0, rows, columns);
    }

    /**
     * A view of rows*columns numbers of an array from an offset on; writing through it writes the array.
     *
     * @throws IllegalArgumentException if the array ends before
     */
    public static Matrix view(double[] data, int offset, int rows, int columns) {
        int length = Math.multiplyExact(rows, columns);
        if (rows < 0 || columns < 0 || offset < 0 || length > data.length - offset) {
            throw new IllegalArgumentException(
                    "%d x %d from %d on does not fit in %d".formatted(rows, columns, offset, data.length));
        }
        return new Matrix(data, offset, rows, columns);
    }

    /** The array itself, not a copy. */
    public double[] data() {
        return data;
    }

    /** The index of element (0, 0) in the array. */
    public int offset() {
        return offset;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** The index of the first element of row i in the array. */
    public int row(int i) {
        return offset + i * columns;
    }

    public double get(int i, int j) {
        return data[offset + i * columns + j];
    }

    public void set(int i, int j, double value) {
        data[offset + i * columns + j] = value;
    }

    /**
     * Writes this matrix turned: to[p][k] = this[k][p], for all rows of each. The other may have fewer rows than this one has
     * columns, and more columns than this one has rows.
     */
    public void transposeTo(Matrix to) {
        double[] target = to.data;
        for (int start = 0; start < rows; start += BLOCK) {
            int end = Math.min(start + BLOCK, rows);
            for (int p = 0; p < to.rows; p++) {
                for (int k = start; k < end; k++) {
                    target[to.row(p) + k] = data[row(k) + p];
                }
            }
        }
    }
}
