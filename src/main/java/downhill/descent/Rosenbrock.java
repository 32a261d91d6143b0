package downhill.descent;

import java.util.List;

/** Rosenbrock's curved valley (1960): h = (1 - x)^2 + 100 (y - x^2)^2. Easy to enter, slow to follow. */
public record Rosenbrock() implements Hill {
    @Override
    public int dimensions() {
        return 2;
    }

    @Override
    public double height(double... at) {
        double a = 1 - at[0];
        double b = at[1] - at[0] * at[0];
        return a * a + 100 * (b * b);
    }

    @Override
    public double[] gradient(double... at) {
        double x = at[0];
        double b = at[1] - x * x;
        return new double[] {-2 * (1 - x) - 400 * x * b, 200 * b};
    }

    @Override
    public double[][] hessian(double... at) {
        double x = at[0];
        return new double[][] {{2 - 400 * at[1] + 1200 * x * x, -400 * x}, {-400 * x, 200}};
    }

    @Override
    public List<Minimum> minima() {
        return List.of(new Minimum(List.of(1.0, 1.0), 0));
    }
}
