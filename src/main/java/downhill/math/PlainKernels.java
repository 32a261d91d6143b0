package downhill.math;

/** The kernels as plain loops, in the order that every other implementation keeps. */
class PlainKernels implements Kernels {
    private final ThreadLocal<PlainProduct> products = ThreadLocal.withInitial(PlainProduct::new);

    @Override
    public void affine(Matrix weights, Matrix biases, Matrix a, Matrix z, int from, int to) {
        for (int j = from; j < to; j++) {
            java.util.Arrays.fill(z.data(), z.row(j), z.row(j + 1), biases.get(j, 0));
        }
        products.get().addColumns(weights, a, z, from, to);
    }

    @Override
    public void affine(Matrix weights, Matrix biases, NonZeros examples, Matrix z, int from, int to) {
        for (int b = 0; b < z.rows(); b++) {
            System.arraycopy(biases.data(), biases.row(from), z.data(), z.row(b) + from, to - from);
        }
        products.get().addRows(examples.matrix(), weights, z, from, to);
    }

    @Override
    public void back(Matrix weights, Matrix delta, Matrix d, int from, int to) {
        products.get().ofRows(weights, delta, d, 1, from, to);
    }

    @Override
    public void weightGradients(Matrix a, Matrix deltas, double scale, Matrix gradients, int from, int to) {
        products.get().ofRows(a, deltas, gradients, scale, from, to);
    }

    @Override
    public void weightGradients(NonZeros a, Matrix deltas, double scale, Matrix gradients, int from, int to) {
        for (int k = from, end; k < to; k = end) {
            end = a.endOfRun(k, to);
            if (!a.isEmpty(k)) {
                weightGradients(a.matrix(), deltas, scale, gradients, k, end);
            }
        }
    }

    @Override
    public void biasGradients(Matrix delta, int batch, double scale, Matrix gradients, int from, int to) {
        sumRows(delta, batch, scale, gradients, from, to);
    }

    static void sumRows(Matrix delta, int batch, double scale, Matrix gradients, int from, int to) {
        double[] data = delta.data();
        for (int j = from; j < to; j++) {
            int row = delta.row(j);
            double sum = 0;
            for (int b = 0; b < batch; b++) {
                sum += data[row + b];
            }
            gradients.set(j, 0, scale * sum);
        }
    }

    @Override
    public void apply(Curve f, Matrix z, Matrix a, int from, int to) {
        values(f, z, a, z.row(from) - z.offset(), z.row(to) - z.offset());
    }

    /** a = f(z) for the elements from .. to-1, counted row by row. */
    static void values(Curve f, Matrix z, Matrix a, int from, int to) {
        for (int i = from; i < to; i++) {
            a.data()[a.offset() + i] = f.value(z.data()[z.offset() + i]);
        }
    }

    @Override
    public void applySlope(Curve f, Matrix z, Matrix a, Matrix d, Matrix delta, int from, int to) {
        slopes(f, z, a, d, delta, z.row(from) - z.offset(), z.row(to) - z.offset());
    }

    /** delta = d f'(z) for the elements from .. to-1, counted row by row. */
    static void slopes(Curve f, Matrix z, Matrix a, Matrix d, Matrix delta, int from, int to) {
        for (int i = from; i < to; i++) {
            double slope = f.slope(z.data()[z.offset() + i], a.data()[a.offset() + i]);
            delta.data()[delta.offset() + i] = d.data()[d.offset() + i] * slope;
        }
    }

    @Override
    public void softmax(Matrix z, Matrix a, Matrix totals) {
        for (int p = 0; p < z.columns(); p++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < z.rows(); j++) {
                largest = Math.max(largest, z.get(j, p));
            }
            double sum = 0;
            for (int j = 0; j < z.rows(); j++) {
                double power = Elementary.exp(z.get(j, p) - largest);
                a.set(j, p, power);
                sum += power;
            }
            for (int j = 0; j < z.rows(); j++) {
                a.set(j, p, a.get(j, p) / sum);
            }
            totals.set(0, p, largest);
            totals.set(1, p, Elementary.log(sum));
        }
    }

    @Override
    public void exp(double[] x, double[] result, int from, int to) {
        powers(x, result, from, to);
    }

    static void powers(double[] x, double[] result, int from, int to) {
        for (int i = from; i < to; i++) {
            result[i] = Elementary.exp(x[i]);
        }
    }

    @Override
    public double add(double[] w, double[] u, double[] sum, int from, int to) {
        return sum(w, u, sum, from, to);
    }

    static double sum(double[] w, double[] u, double[] sum, int from, int to) {
        double largest = 0;
        for (int i = from; i < to; i++) {
            sum[i] = w[i] + u[i];
            largest = Math.max(largest, Math.abs(u[i]));
        }
        return largest;
    }

    @Override
    public void descend(double[] w, double[] g, double rate, int from, int to) {
        down(w, g, rate, from, to);
    }

    static void down(double[] w, double[] g, double rate, int from, int to) {
        for (int i = from; i < to; i++) {
            w[i] += -rate * g[i];
        }
    }

    @Override
    public double largest(double[] g, int from, int to) {
        return top(g, from, to);
    }

    static double top(double[] g, int from, int to) {
        double largest = 0;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, Math.abs(g[i]));
        }
        return largest;
    }
}
