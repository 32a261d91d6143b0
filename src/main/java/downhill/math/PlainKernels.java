package downhill.math;

/** The kernels as plain loops, in the order that every other implementation keeps. */
final class PlainKernels implements Kernels {
    @Override
    public void affine(Matrix weights, Matrix biases, Matrix a, Matrix z, int from, int to) {
        for (int j = from; j < to; j++) {
            for (int p = 0; p < z.columns(); p++) {
                double sum = biases.get(j, 0);
                for (int k = 0; k < weights.columns(); k++) {
                    sum = Math.fma(weights.get(j, k), a.get(k, p), sum);
                }
                z.set(j, p, sum);
            }
        }
    }

    @Override
    public void back(Matrix weights, Matrix delta, Matrix d, int from, int to) {
        for (int k = from; k < to; k++) {
            for (int p = 0; p < d.columns(); p++) {
                double sum = 0;
                for (int j = 0; j < weights.rows(); j++) {
                    sum = Math.fma(weights.get(j, k), delta.get(j, p), sum);
                }
                d.set(k, p, sum);
            }
        }
    }

    @Override
    public void weightGradients(
            Matrix delta, Matrix examples, int batch, double scale, Matrix gradients, int from, int to) {
        for (int j = from; j < to; j++) {
            for (int k = 0; k < gradients.columns(); k++) {
                double sum = 0;
                for (int b = 0; b < batch; b++) {
                    sum = Math.fma(delta.get(j, b), examples.get(b, k), sum);
                }
                gradients.set(j, k, scale * sum);
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
    public void softmax(Matrix z, Matrix a) {
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
        }
    }

    @Override
    public void transpose(Matrix from, Matrix to) {
        turn(from, to);
    }

    /** Eight columns at a time, so that what is written lies together. */
    static void turn(Matrix from, Matrix to) {
        double[] source = from.data();
        double[] target = to.data();
        for (int start = 0; start < from.rows(); start += LANES) {
            int end = Math.min(start + LANES, from.rows());
            for (int p = 0; p < to.rows(); p++) {
                for (int k = start; k < end; k++) {
                    target[to.row(p) + k] = source[from.row(k) + p];
                }
            }
        }
    }
}
