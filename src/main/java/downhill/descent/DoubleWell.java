package downhill.descent;

import java.util.List;

/**
 * Two valleys of different depth, at x = -1 (height 0) and x = 1 (height 1/3), with the pass at x = 1/4:
 * h = (x+1)^2 (3x^2 - 7x + 5) / 12, in two dimensions plus y^2 / 2.
 */
public record DoubleWell(int dimensions) implements Hill {
    @Override
    public double height(double... at) {
        double x = at[0];
        double profile = (x + 1) * (x + 1) * (3 * x * x - 7 * x + 5) / 12;
        return at.length == 1 ? profile : profile + at[1] * at[1] / 2;
    }

    @Override
    public double[] gradient(double... at) {
        double x = at[0];
        double slope = (x + 1) * (x - 1) * (x - 0.25);
        return at.length == 1 ? new double[] {slope} : new double[] {slope, at[1]};
    }

    @Override
    public double[][] hessian(double... at) {
        double x = at[0];
        double curvature = 3 * x * x - x / 2 - 1;
        return at.length == 1 ? new double[][] {{curvature}} : new double[][] {{curvature, 0}, {0, 1}};
    }

    @Override
    public List<Minimum> minima() {
        return dimensions == 1
                ? List.of(new Minimum(List.of(-1.0), 0), new Minimum(List.of(1.0), 1.0 / 3))
                : List.of(new Minimum(List.of(-1.0, 0.0), 0), new Minimum(List.of(1.0, 0.0), 1.0 / 3));
    }
}
