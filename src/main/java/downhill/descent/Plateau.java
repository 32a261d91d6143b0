package downhill.descent;

import java.util.Collections;
import java.util.List;

/** A pit in a plain that is flatter the farther one is from it: h = s / (1 + s) with s the sum of the squared coordinates. */
public record Plateau(int dimensions) implements Hill {
    private static double squares(double[] at) {
        double sum = 0;
        for (double x : at) {
            sum += x * x;
        }
        return sum;
    }

    @Override
    public double height(double... at) {
        double s = squares(at);
        return s / (1 + s);
    }

    @Override
    public double[] gradient(double... at) {
        double d = 1 + squares(at);
        double[] gradient = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            gradient[i] = 2 * at[i] / (d * d);
        }
        return gradient;
    }

    @Override
    public double[][] hessian(double... at) {
        double d = 1 + squares(at);
        double[][] hessian = new double[at.length][at.length];
        for (int i = 0; i < at.length; i++) {
            for (int j = 0; j < at.length; j++) {
                hessian[i][j] = (i == j ? 2 / (d * d) : 0) - 8 * at[i] * at[j] / (d * d * d);
            }
        }
        return hessian;
    }

    @Override
    public List<Minimum> minima() {
        return List.of(new Minimum(Collections.nCopies(dimensions, 0.0), 0));
    }
}
