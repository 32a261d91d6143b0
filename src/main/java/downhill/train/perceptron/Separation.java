package downhill.train.perceptron;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The line that separates two classes with the widest margin, among the planes through the origin of the space of x1, x2 and a
 * constant input 1, and the bound on the mistakes of the perceptron-convergence procedure that follows from it.
 *
 * @param best the separating perceptron whose weights and bias have length 1 and whose smallest signed sum is the margin
 * @param margin the smallest signed sum of {@code best}, above 0
 * @param radius the length of the longest example, with its constant input
 */
public record Separation(Perceptron best, double margin, double radius) {
    private static final int DIMENSIONS = 3;
    private static final double TOLERANCE = 1e-9;

    /**
     * The widest separation; nothing if no line separates the classes.
     *
     * <p>The shortest w with {@code s_i w·z_i >= 1} for all examples z_i with sign s_i has the margin 1 / |w|. It is a combination
     * of at most three examples that meet their condition exactly, so every choice of at most three is tried.
     */
    public static Optional<Separation> of(Corners corners) {
        List<double[]> signed = new ArrayList<>();
        double radius = 0;
        for (int corner = 0; corner < Corners.COUNT; corner++) {
            double sign = corners.target(corner) == 1 ? 1 : -1;
            double[] z = {sign * Corners.x1(corner), sign * Corners.x2(corner), sign};
            signed.add(z);
            radius = Math.max(radius, length(z));
        }
        double @Nullable [] shortest = null;
        for (int choice = 1; choice < 1 << Corners.COUNT; choice++) {
            double @Nullable [] w = Integer.bitCount(choice) <= DIMENSIONS ? touching(signed, choice) : null;
            if (w != null && separates(w, signed) && (shortest == null || length(w) < length(shortest))) {
                shortest = w;
            }
        }
        if (shortest == null) {
            return Optional.empty();
        }
        double margin = 1 / length(shortest);
        var best = new Perceptron(shortest[0] * margin, shortest[1] * margin, shortest[2] * margin);
        return Optional.of(new Separation(best, margin, radius));
    }

    /**
     * The most mistakes that the procedure can make from weights 0, {@code (radius / margin)^2}, rounded down (Novikoff, 1962).
     */
    public int mostMistakes() {
        return (int) StrictMath.floor((radius / margin) * (radius / margin) + TOLERANCE);
    }

    private static boolean separates(double[] w, List<double[]> signed) {
        return signed.stream().allMatch(z -> dot(w, z) >= 1 - TOLERANCE);
    }

    /** The shortest w with {@code w·z = 1} for the chosen examples, a combination of them; null if they do not decide one. */
    private static double @Nullable [] touching(List<double[]> signed, int choice) {
        List<double[]> chosen = new ArrayList<>();
        for (int i = 0; i < signed.size(); i++) {
            if ((choice >> i & 1) == 1) {
                chosen.add(signed.get(i));
            }
        }
        double[] shares = solveGram(chosen);
        if (shares == null) {
            return null;
        }
        double[] w = new double[DIMENSIONS];
        for (int i = 0; i < shares.length; i++) {
            for (int d = 0; d < DIMENSIONS; d++) {
                w[d] += shares[i] * chosen.get(i)[d];
            }
        }
        return w;
    }

    /** The shares c with {@code sum_j c_j z_j·z_i = 1} for every i, by elimination; null if the examples are dependent. */
    private static double @Nullable [] solveGram(List<double[]> z) {
        int n = z.size();
        double[][] rows = new double[n][n + 1];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rows[i][j] = dot(z.get(i), z.get(j));
            }
            rows[i][n] = 1;
        }
        // The matrix of products is positive semidefinite, so elimination needs no pivoting.
        for (int i = 0; i < n; i++) {
            if (rows[i][i] < TOLERANCE) {
                return null;
            }
            for (int r = 0; r < n; r++) {
                double factor = r == i ? 0 : rows[r][i] / rows[i][i];
                for (int c = i; c <= n; c++) {
                    rows[r][c] -= factor * rows[i][c];
                }
            }
        }
        double[] shares = new double[n];
        for (int i = 0; i < n; i++) {
            shares[i] = rows[i][n] / rows[i][i];
        }
        return shares;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < DIMENSIONS; d++) {
            sum += a[d] * b[d];
        }
        return sum;
    }

    private static double length(double[] a) {
        return StrictMath.sqrt(dot(a, a));
    }
}
