package downhill.descent;

import java.util.List;

/** A valley with waves on its sides, each a place to get stuck: h = x^2/10 + (1 - cos 3x)/2. */
public record WavySlope() implements Hill {
    @Override
    public int dimensions() {
        return 1;
    }

    @Override
    public double height(double... at) {
        double x = at[0];
        return x * x / 10 + (1 - StrictMath.cos(3 * x)) / 2;
    }

    @Override
    public double[] gradient(double... at) {
        double x = at[0];
        return new double[] {x / 5 + 3 * StrictMath.sin(3 * x) / 2};
    }

    @Override
    public double[][] hessian(double... at) {
        return new double[][] {{0.2 + 9 * StrictMath.cos(3 * at[0]) / 2}};
    }

    /** The solutions of x/5 + 3/2 sin 3x = 0 that are valleys, between -8 and 8, by bisection to the nearest double. */
    @Override
    public List<Minimum> minima() {
        return List.of(
                new Minimum(List.of(-5.975868111543392), 3.768966809539966),
                new Minimum(List.of(-4.0012143182955535), 1.6780700691407704),
                new Minimum(List.of(-2.0042227584890964), 0.41987445709350346),
                new Minimum(List.of(0.0), 0),
                new Minimum(List.of(2.0042227584890964), 0.41987445709350346),
                new Minimum(List.of(4.0012143182955535), 1.6780700691407704),
                new Minimum(List.of(5.975868111543392), 3.768966809539966));
    }
}
