package downhill.math;

/**
 * The places of a matrix's numbers other than zero: for each row the columns, ascending. Pictures are mostly paper; a product that passes over the
 * zeros comes to the same sums.
 */
public final class NonZeros {
    /** A row's list can be entered at every block of columns: the rows of the other factor that a cache holds. */
    static final int BLOCK = 96;

    private final Matrix matrix;
    private final int blocks;
    private final int[] columns;
    private final int[] ends;
    private int found;

    /** Lists a matrix that is filled in later; {@link #find} has to follow each time. */
    public NonZeros(Matrix matrix) {
        this.matrix = matrix;
        blocks = (matrix.columns() + BLOCK - 1) / BLOCK;
        columns = new int[Math.multiplyExact(matrix.rows(), matrix.columns())];
        ends = new int[matrix.rows() * blocks + 1];
    }

    /** Looks at the matrix as it is now. */
    public void find() {
        double[] data = matrix.data();
        int count = 0;
        int list = 0;
        for (int i = 0; i < matrix.rows(); i++) {
            for (int start = 0; start < matrix.columns(); start += BLOCK) {
                int end = Math.min(start + BLOCK, matrix.columns());
                for (int k = start, at = matrix.row(i) + start; k < end; k++, at++) {
                    columns[count] = k;
                    count += data[at] == 0 ? 0 : 1;
                }
                ends[++list] = count;
            }
        }
        found = count;
    }

    /** The matrix itself. */
    public Matrix matrix() {
        return matrix;
    }

    /** Tests whether so much is zero that passing over it saves time. */
    public boolean areFew() {
        return 2L * found < columns.length;
    }

    /** Tests whether all of a row is zero. */
    public boolean isEmpty(int i) {
        return ends[i * blocks] == ends[(i + 1) * blocks];
    }

    /** The end of the run of rows from one on, up to a last, that are all empty or all not. */
    public int endOfRun(int from, int to) {
        int end = from + 1;
        while (end < to && isEmpty(end) == isEmpty(from)) {
            end++;
        }
        return end;
    }

    /** The number of numbers other than zero. */
    int count() {
        return found;
    }

    /** The number of blocks of columns. */
    int blocks() {
        return blocks;
    }

    /** The columns of all lists; row i's in a block of columns are from {@link #first} to before {@link #end}. */
    int[] columns() {
        return columns;
    }

    int first(int i, int block) {
        return ends[i * blocks + block];
    }

    int end(int i, int block) {
        return ends[i * blocks + block + 1];
    }
}
