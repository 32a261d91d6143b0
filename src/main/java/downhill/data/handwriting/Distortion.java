package downhill.data.handwriting;

import downhill.math.Rng;

/**
 * A smooth bending of the plane, a sum of a few slow waves, followed by the style's proportions, slant and turn about the
 * middle of the box.
 */
final class Distortion {
    private static final int WAVES = 3;

    private final Style style;
    /** The numbers of each wave: its frequency in x and y, its phase, and its reach in x and y. */
    private final double[] waves = new double[5 * WAVES];

    Distortion(Style style, Rng rng) {
        this.style = style;
        for (int w = 0; w < WAVES; w++) {
            waves[5 * w] = rng.uniform(-1, 1) * 2 * StrictMath.PI;
            waves[5 * w + 1] = rng.uniform(-1, 1) * 2 * StrictMath.PI;
            waves[5 * w + 2] = rng.uniform(0, 2) * StrictMath.PI;
            waves[5 * w + 3] = style.wave() * rng.uniform(-1, 1);
            waves[5 * w + 4] = style.wave() * rng.uniform(-1, 1);
        }
    }

    void apply(Trace trace) {
        double cos = StrictMath.cos(style.turn());
        double sin = StrictMath.sin(style.turn());
        for (int i = 0; i < trace.size(); i++) {
            double x = trace.x(i);
            double y = trace.y(i);
            double dx = 0;
            double dy = 0;
            for (int w = 0; w < waves.length; w += 5) {
                double height = StrictMath.sin(waves[w] * x + waves[w + 1] * y + waves[w + 2]);
                dx += waves[w + 3] * height;
                dy += waves[w + 4] * height;
            }
            double v = y + dy - 0.5;
            double middle = 1 - 4 * v * v;
            double u = style.width() * (1 + style.taper() * v) * (x + dx - 0.5);
            u += style.bow() * middle - style.slant() * v;
            v += style.balance() * middle;
            trace.move(i, cos * u - sin * v, sin * u + cos * v);
        }
    }
}
