package downhill.descent;

import java.util.List;

/** Himmelblau's four valleys of equal depth (1972): h = (x^2 + y - 11)^2 + (x + y^2 - 7)^2. */
public record Himmelblau() implements Hill {
    @Override
    public int dimensions() {
        return 2;
    }

    @Override
    public double height(double... at) {
        double a = at[0] * at[0] + at[1] - 11;
        double b = at[0] + at[1] * at[1] - 7;
        return a * a + b * b;
    }

    @Override
    public double[] gradient(double... at) {
        double x = at[0];
        double y = at[1];
        double a = x * x + y - 11;
        double b = x + y * y - 7;
        return new double[] {4 * x * a + 2 * b, 2 * a + 4 * y * b};
    }

    @Override
    public double[][] hessian(double... at) {
        double x = at[0];
        double y = at[1];
        double mixed = 4 * (x + y);
        return new double[][] {{12 * x * x + 4 * y - 42, mixed}, {mixed, 12 * y * y + 4 * x - 26}};
    }

    /** The common zeros of both squares; all but the first are irrational, and given to the nearest double. */
    @Override
    public List<Minimum> minima() {
        return List.of(
                new Minimum(List.of(3.0, 2.0), 0),
                new Minimum(List.of(-2.805118086952745, 3.131312518250573), 0),
                new Minimum(List.of(-3.779310253377747, -3.2831859912861696), 0),
                new Minimum(List.of(3.5844283403304917, -1.8481265269644036), 0));
    }
}
