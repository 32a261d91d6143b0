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
        for (int j = from; j < to; j++) {
            double sum = 0;
            for (int b = 0; b < batch; b++) {
                sum += delta.get(j, b);
            }
            gradients.set(j, 0, scale * sum);
        }
    }

    @Override
    public void apply(Curve f, Matrix z, Matrix a, int from, int to) {
        double[] in = z.data();
        double[] out = a.data();
        int shift = a.offset() - z.offset();
        for (int i = z.row(from); i < z.row(to); i++) {
            out[i + shift] = f.value(in[i]);
        }
    }

    @Override
    public void applySlope(Curve f, Matrix z, Matrix a, Matrix d, Matrix delta, int from, int to) {
        for (int j = from; j < to; j++) {
            for (int p = 0; p < z.columns(); p++) {
                delta.set(j, p, d.get(j, p) * f.slope(z.get(j, p), a.get(j, p)));
            }
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
        for (int p = 0; p < to.rows(); p++) {
            for (int k = 0; k < from.rows(); k++) {
                to.set(p, k, from.get(k, p));
            }
        }
    }
}
