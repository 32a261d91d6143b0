package downhill.insight;

/**
 * The eigenvalues and eigenvectors of a small symmetric matrix by Jacobi's rotations (1846): each makes one pair of
 * elements off the diagonal zero, until all are.
 *
 * @param values the eigenvalues, in no order
 * @param vectors [i][k] is component i of the eigenvector of values[k]; unit length, at right angles
 */
@SuppressWarnings("ArrayRecordComponent")
record Eigen(double[] values, double[][] vectors) {
    private static final int MOST_SWEEPS = 60;

    /** The eigenvalues and eigenvectors of a symmetric matrix, which is destroyed. */
    static Eigen of(double[][] a) {
        int n = a.length;
        double[][] vectors = new double[n][n];
        for (int i = 0; i < n; i++) {
            vectors[i][i] = 1;
        }
        for (int sweep = 0; sweep < MOST_SWEEPS && !isDiagonal(a); sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(a, vectors, p, q);
                }
            }
        }
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = a[i][i];
        }
        return new Eigen(values, vectors);
    }

    /** The place of the largest eigenvalue but for one place, or of all with -1. */
    int largestBut(int excluded) {
        int largest = -1;
        for (int i = 0; i < values.length; i++) {
            if (i != excluded && (largest < 0 || values[i] > values[largest])) {
                largest = i;
            }
        }
        return largest;
    }

    private static boolean isDiagonal(double[][] a) {
        double off = 0;
        double on = 0;
        for (int i = 0; i < a.length; i++) {
            on += a[i][i] * a[i][i];
            for (int j = i + 1; j < a.length; j++) {
                off += a[i][j] * a[i][j];
            }
        }
        return off <= 1e-30 * on;
    }

    /** The rotation by the angle with tan 2t = 2 a_pq / (a_qq - a_pp), applied on both sides. */
    private static void rotate(double[][] a, double[][] vectors, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + StrictMath.sqrt(theta * theta + 1));
        double c = 1 / StrictMath.sqrt(t * t + 1);
        double s = t * c;
        for (double[] row : a) {
            turn(row, p, q, c, s);
        }
        for (int i = 0; i < a.length; i++) {
            double x = a[p][i];
            a[p][i] = c * x - s * a[q][i];
            a[q][i] = s * x + c * a[q][i];
        }
        for (double[] row : vectors) {
            turn(row, p, q, c, s);
        }
    }

    private static void turn(double[] row, int p, int q, double c, double s) {
        double x = row[p];
        row[p] = c * x - s * row[q];
        row[q] = s * x + c * row[q];
    }
}
