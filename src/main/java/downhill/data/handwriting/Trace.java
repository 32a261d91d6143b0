package downhill.data.handwriting;

import java.util.Arrays;

/** The pen's trace: points close together, in the order of writing, with the lifts between strokes. */
final class Trace {
    private double[] x = new double[256];
    private double[] y = new double[256];
    private boolean[] starts = new boolean[256];
    private int size;

    int size() {
        return size;
    }

    double x(int i) {
        return x[i];
    }

    double y(int i) {
        return y[i];
    }

    /** Tests whether the pen was put down at this point, so that no ink joins it with the one before. */
    boolean starts(int i) {
        return starts[i];
    }

    void add(double px, double py, boolean start) {
        if (size == x.length) {
            x = Arrays.copyOf(x, 2 * size);
            y = Arrays.copyOf(y, 2 * size);
            starts = Arrays.copyOf(starts, 2 * size);
        }
        x[size] = px;
        y[size] = py;
        starts[size] = start;
        size++;
    }

    void move(int i, double px, double py) {
        x[i] = px;
        y[i] = py;
    }

    /** The least x, the least y, the largest x and the largest y. */
    double[] bounds() {
        double[] bounds = {x[0], y[0], x[0], y[0]};
        for (int i = 1; i < size; i++) {
            bounds[0] = Math.min(bounds[0], x[i]);
            bounds[1] = Math.min(bounds[1], y[i]);
            bounds[2] = Math.max(bounds[2], x[i]);
            bounds[3] = Math.max(bounds[3], y[i]);
        }
        return bounds;
    }
}
