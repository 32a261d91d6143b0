package downhill.data.handwriting;

import downhill.math.Rng;

/** A pen that inks a trace on a square of pixels: 1 within the line, 0 beyond its soft edge. */
final class Pen {
    private final Style style;
    private final double phase;
    private final double rate;

    Pen(Style style, Rng rng) {
        this.style = style;
        phase = rng.uniform(0, 2) * StrictMath.PI;
        rate = rng.uniform(0.05, 0.25);
    }

    /** Half the line's width at a point of the trace: pressure comes and goes. */
    private double radius(int i) {
        return style.radius() * (1 + style.pressure() * StrictMath.sin(phase + rate * i));
    }

    /**
     * Inks the whole trace.
     *
     * @param trace in pixels: pixel (row, column) is the square from (column, row) to (column + 1, row + 1)
     * @param pixels [side][side], row by row; each keeps the darkest ink it gets
     */
    void ink(Trace trace, double[] pixels, int side) {
        double end = 0;
        for (int i = 0; i < trace.size(); i++) {
            double start = end;
            end = radius(i);
            if (trace.starts(i)) {
                line(trace.x(i), trace.y(i), end, trace.x(i), trace.y(i), end, pixels, side);
            } else {
                line(trace.x(i - 1), trace.y(i - 1), start, trace.x(i), trace.y(i), end, pixels, side);
            }
        }
    }

    private void line(double x0, double y0, double r0, double x1, double y1, double r1, double[] pixels, int side) {
        double reach = Math.max(r0, r1) + 0.5 * style.softness();
        int left = Math.max(0, (int) (Math.min(x0, x1) - reach));
        int right = Math.min(side - 1, (int) (Math.max(x0, x1) + reach));
        int top = Math.max(0, (int) (Math.min(y0, y1) - reach));
        int bottom = Math.min(side - 1, (int) (Math.max(y0, y1) + reach));
        double dx = x1 - x0;
        double dy = y1 - y0;
        double length2 = Math.max(dx * dx + dy * dy, 1e-12);
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double px = column + 0.5 - x0;
                double py = row + 0.5 - y0;
                double t = Math.max(0, Math.min(1, (px * dx + py * dy) / length2));
                double ex = px - t * dx;
                double ey = py - t * dy;
                double distance = StrictMath.sqrt(ex * ex + ey * ey);
                double ink = (r0 + t * (r1 - r0) - distance) / style.softness() + 0.5;
                if (ink > pixels[row * side + column]) {
                    pixels[row * side + column] = Math.min(1, ink);
                }
            }
        }
    }
}
