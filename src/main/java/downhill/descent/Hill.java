package downhill.descent;

import java.util.List;
import java.util.Optional;

/** A surface over one or two coordinates: its height, its slope and its curvature, each as a formula of its own. */
public sealed interface Hill permits Quadratic, DoubleWell, Rosenbrock, Himmelblau, Plateau, WavySlope {
    /** The bottom of a valley. */
    record Minimum(List<Double> at, double height) {}

    /** The number of coordinates of a place: 1 or 2. */
    int dimensions();

    /** The height over a place; {@code at} has {@link #dimensions} coordinates. */
    double height(double... at);

    /** The gradient, dh/dx_i. */
    double[] gradient(double... at);

    /** The second derivatives, [i][j]: d2h/dx_i dx_j. */
    double[][] hessian(double... at);

    /** All minima in the hill's usual domain; none where it falls for ever. */
    List<Minimum> minima();

    /** Tests whether the curvature is the same everywhere. */
    default boolean isQuadratic() {
        return false;
    }

    /**
     * The curvatures at a place along the directions of least and of greatest curvature: the eigenvalues of the second
     * derivatives, ascending. Near a minimum gradient descent is stable for rates below 2 over the greatest.
     */
    default List<Double> curvatures(double... at) {
        double[][] h = hessian(at);
        if (h.length == 1) {
            return List.of(h[0][0]);
        }
        double middle = (h[0][0] + h[1][1]) / 2;
        double half = (h[0][0] - h[1][1]) / 2;
        double radius = Math.sqrt(half * half + h[0][1] * h[0][1]);
        return List.of(middle - radius, middle + radius);
    }

    /** The curvatures where they are the same everywhere. */
    default Optional<List<Double>> constantCurvatures() {
        return isQuadratic() ? Optional.of(curvatures(new double[dimensions()])) : Optional.empty();
    }
}
