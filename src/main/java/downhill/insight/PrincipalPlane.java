package downhill.insight;

import downhill.train.history.ParameterPath.Waypoint;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import java.util.List;

/**
 * The plane through the last point of a path that comes nearest to all its points: the two principal directions of their
 * differences w_i - w_n.
 *
 * <p>The differences are few and long, so the eigenvectors are those of their small matrix of products, not of the large
 * one of covariances.
 */
final class PrincipalPlane {
    /** Below this share of the variance a direction is only rounding. */
    private static final double LEAST = 1e-20;

    private PrincipalPlane() {}

    /**
     * The plane.
     *
     * @param other a direction for the plane of a path that is a straight line
     * @throws RefusedException if the path has no length
     */
    static Directions.Chosen of(List<Waypoint> path, double[] other) {
        double[][] products = products(path);
        double total = 0;
        for (int i = 0; i < products.length; i++) {
            total += products[i][i];
        }
        if (!(total > 0)) {
            throw new RefusedException(List.of(
                    new Problem("?directions", "The weights have not moved before this step: there is no path yet.")));
        }
        Eigen eigen = Eigen.of(products);
        int first = eigen.largestBut(-1);
        int second = eigen.largestBut(first);
        double[] u = unit(combined(path, eigen, first));
        boolean isLine = second < 0 || eigen.values()[second] <= LEAST * total;
        double[] v = unit(perpendicular(isLine ? other : combined(path, eigen, second), u));
        double[] explained = {eigen.values()[first] / total, isLine ? 0 : eigen.values()[second] / total};
        return new Directions.Chosen(new SlicePlane(u, v), explained);
    }

    /** [i][j]: the product of the differences i and j; the last point has none. */
    private static double[][] products(List<Waypoint> path) {
        double[] end = path.getLast().parameters();
        int n = path.size() - 1;
        double[][] products = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] d = SlicePlane.difference(path.get(i).parameters(), end);
            for (int j = 0; j <= i; j++) {
                products[i][j] = product(d, path.get(j).parameters(), end);
                products[j][i] = products[i][j];
            }
        }
        return products;
    }

    private static double product(double[] d, double[] w, double[] end) {
        double sum = 0;
        for (int i = 0; i < d.length; i++) {
            sum = Math.fma(d[i], w[i] - end[i], sum);
        }
        return sum;
    }

    /** The differences, combined by an eigenvector; its sign such that the path's first difference points backward. */
    private static double[] combined(List<Waypoint> path, Eigen eigen, int k) {
        double[] end = path.getLast().parameters();
        double[] sum = new double[end.length];
        double sign = eigen.vectors()[0][k] > 0 ? -1 : 1;
        for (int i = 0; i < path.size() - 1; i++) {
            double factor = sign * eigen.vectors()[i][k];
            double[] w = path.get(i).parameters();
            for (int p = 0; p < sum.length; p++) {
                sum[p] = Math.fma(factor, w[p] - end[p], sum[p]);
            }
        }
        return sum;
    }

    /** The rest of a direction without its part along a unit direction; taken twice, against rounding. */
    private static double[] perpendicular(double[] direction, double[] unit) {
        double[] rest = direction.clone();
        for (int pass = 0; pass < 2; pass++) {
            double along = SlicePlane.dot(rest, unit);
            for (int i = 0; i < rest.length; i++) {
                rest[i] -= along * unit[i];
            }
        }
        return rest;
    }

    private static double[] unit(double[] direction) {
        double norm = SlicePlane.norm(direction);
        double[] unit = new double[direction.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = norm > 0 ? direction[i] / norm : 0;
        }
        return unit;
    }
}
