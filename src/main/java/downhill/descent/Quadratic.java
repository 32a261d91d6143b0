package downhill.descent;

import java.util.Collections;
import java.util.List;

/**
 * A parabola along each coordinate: h = sum_i c_i x_i^2 / 2. With equal curvatures c a bowl, with very different ones a long
 * valley, with different signs a saddle.
 */
public record Quadratic(List<Double> coefficients) implements Hill {
    @Override
    public int dimensions() {
        return coefficients.size();
    }

    @Override
    public double height(double... at) {
        double sum = 0;
        for (int i = 0; i < at.length; i++) {
            sum += coefficients.get(i) * (at[i] * at[i]) / 2;
        }
        return sum;
    }

    @Override
    public double[] gradient(double... at) {
        double[] gradient = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            gradient[i] = coefficients.get(i) * at[i];
        }
        return gradient;
    }

    @Override
    public double[][] hessian(double... at) {
        double[][] hessian = new double[at.length][at.length];
        for (int i = 0; i < at.length; i++) {
            hessian[i][i] = coefficients.get(i);
        }
        return hessian;
    }

    @Override
    public List<Minimum> minima() {
        boolean bowl = coefficients.stream().allMatch(c -> c > 0);
        return bowl ? List.of(new Minimum(Collections.nCopies(dimensions(), 0.0), 0)) : List.of();
    }

    @Override
    public boolean isQuadratic() {
        return true;
    }
}
