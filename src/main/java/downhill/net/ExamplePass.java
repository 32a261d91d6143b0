package downhill.net;

import downhill.data.Dataset;

@SuppressWarnings("ArrayRecordComponent")
public record ExamplePass(double[][] preActivations, double[][] activations, double[][] deltas) {
    public static ExamplePass of(Network n, Dataset data, Cost cost, int example) {
        int L = n.depth();
        double[][] z = new double[L][], a = new double[L + 1][], d = new double[L][];
        int w = data.inputWidth();
        a[0] = java.util.Arrays.copyOfRange(data.inputs(), example * w, example * w + w);
        for (int l = 0; l < L; l++) {
            int in = n.layers().get(l), out = n.layers().get(l + 1);
            z[l] = new double[out];
            a[l + 1] = new double[out];
            for (int j = 0; j < out; j++) {
                double s = n.biases(l)[j];
                for (int k = 0; k < in; k++) s = Math.fma(n.weights(l)[j * in + k], a[l][k], s);
                z[l][j] = s;
                a[l + 1][j] = f(n.activation(l), s);
            }
        }
        int tw = data.targetWidth();
        for (int l = L - 1; l >= 0; l--) {
            int out = n.layers().get(l + 1);
            d[l] = new double[out];
            for (int j = 0; j < out; j++) {
                double slope = slope(n.activation(l), z[l][j], a[l + 1][j]);
                if (l == L - 1) {
                    double e = a[l + 1][j] - data.targets()[example * tw + j];
                    d[l][j] = cost instanceof Cost.CrossEntropy ? e : e * slope;
                } else {
                    double s = 0;
                    int above = n.layers().get(l + 2);
                    for (int i = 0; i < above; i++) s = Math.fma(n.weights(l + 1)[i * out + j], d[l + 1][i], s);
                    d[l][j] = s * slope;
                }
            }
        }
        return new ExamplePass(z, a, d);
    }

    static double f(Activation f, double z) {
        return switch (f) {
            case Activation.Sigmoid s -> 1 / (1 + StrictMath.exp(-z));
            case Activation.Tanh t -> StrictMath.tanh(z);
            case Activation.Relu r -> Math.max(0, z);
            default -> z;
        };
    }

    static double slope(Activation f, double z, double a) {
        return switch (f) {
            case Activation.Sigmoid s -> a * (1 - a);
            case Activation.Tanh t -> 1 - a * a;
            case Activation.Relu r -> z > 0 ? 1 : 0;
            default -> 1;
        };
    }

    public double cost(Cost cost, double[] t, int at) {
        double[] y = activations[activations.length - 1];
        double s = 0;
        for (int j = 0; j < y.length; j++) {
            double e = y[j] - t[at + j];
            s += cost instanceof Cost.CrossEntropy
                    ? -(t[at + j] * StrictMath.log(y[j]) + (1 - t[at + j]) * StrictMath.log(1 - y[j]))
                    : e * e / 2;
        }
        return s;
    }
}
