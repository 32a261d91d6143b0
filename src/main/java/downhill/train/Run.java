package downhill.train;

import downhill.data.Dataset;
import downhill.descent.UpdateRule;
import downhill.math.Rng;
import downhill.net.ExamplePass;
import downhill.net.Network;
import java.util.Optional;

@org.jspecify.annotations.NullUnmarked
public final class Run {
    RunSpec spec;
    Dataset data;
    Network network;
    double[][] gw, gb, vw, vb;
    int step;
    double cost;
    int[] batch;
    double rate, momentum;
    Optional<Divergence> divergence = Optional.empty();

    public static Run start(RunSpec spec, Dataset data) {
        Run r = new Run();
        r.spec = spec;
        r.data = data;
        int L = spec.network().layers().size() - 1;
        double[][] w = new double[L][], b = new double[L][];
        Rng rng = Rng.of(spec.seed(), Rng.Stream.WEIGHTS);
        for (int l = 0; l < L; l++) {
            int in = spec.network().layers().get(l),
                    out = spec.network().layers().get(l + 1);
            w[l] = new double[in * out];
            b[l] = new double[out];
            double range = StrictMath.sqrt(6.0 / (in + out));
            for (int i = 0; i < w[l].length; i++) w[l][i] = rng.uniform(-range, range);
        }
        r.network = new Network(spec.network().layers(), spec.network().activations(), w, b);
        r.gw = like(w);
        r.gb = like(b);
        r.vw = like(w);
        r.vb = like(b);
        r.rate = spec.optimizer().learningRate();
        r.momentum = spec.optimizer().rule() instanceof UpdateRule.Sgd s ? s.momentum() : 0;
        r.compute();
        return r;
    }

    static double[][] like(double[][] x) {
        double[][] y = new double[x.length][];
        for (int i = 0; i < x.length; i++) y[i] = new double[x[i].length];
        return y;
    }

    double[][] pw, pb;

    void compute() {
        int n = spec.batch().size() == 0 ? data.size() : Math.min(spec.batch().size(), data.size());
        int slices = (data.size() + n - 1) / n;
        int s = step % slices;
        int[] order = spec.batch().shuffle()
                ? Rng.of(spec.seed(), Rng.Stream.SHUFFLE, step / slices).permutation(data.size())
                : null;
        batch = new int[Math.min(n, data.size() - s * n)];
        for (int i = 0; i < batch.length; i++) batch[i] = order == null ? s * n + i : order[s * n + i];
        cost = 0;
        for (double[][] g : new double[][][] {gw, gb}) for (double[] x : g) java.util.Arrays.fill(x, 0);
        for (int e : batch) {
            ExamplePass p = ExamplePass.of(network, data, spec.cost(), e);
            cost += p.cost(spec.cost(), data.targets(), e * data.targetWidth()) / batch.length;
            for (int l = 0; l < gw.length; l++) {
                int in = network.layers().get(l);
                for (int j = 0; j < gb[l].length; j++) {
                    gb[l][j] += p.deltas()[l][j] / batch.length;
                    for (int k = 0; k < in; k++)
                        gw[l][j * in + k] += p.deltas()[l][j] * p.activations()[l][k] / batch.length;
                }
            }
        }
        for (int l = 0; l < gw.length; l++) {
            for (int i = 0; i < gw[l].length; i++) vw[l][i] = momentum * vw[l][i] - rate * gw[l][i];
            for (int i = 0; i < gb[l].length; i++) vb[l][i] = momentum * vb[l][i] - rate * gb[l][i];
        }
    }

    public void advance() {
        if (!Double.isFinite(cost) || Math.abs(network.weights(0)[0]) > 1e100) {
            divergence = Optional.of(new Divergence(step, 0, "weights"));
            return;
        }
        for (int l = 0; l < gw.length; l++) {
            for (int i = 0; i < gw[l].length; i++) network.weights(l)[i] += vw[l][i];
            for (int i = 0; i < gb[l].length; i++) network.biases(l)[i] += vb[l][i];
        }
        step++;
        compute();
    }

    public void tweak(Tweak t) {
        Double r = t.optimizer().get(Tweak.Hyperparameter.LEARNING_RATE);
        if (r != null) rate = r;
        compute();
    }

    public Optional<Divergence> divergence() {
        return divergence;
    }

    public RunSpec spec() {
        return spec;
    }

    public Dataset data() {
        return data;
    }

    public Network network() {
        return network;
    }

    public int step() {
        return step;
    }

    public int epoch() {
        return 0;
    }

    public double cost() {
        return cost;
    }

    public double penalty() {
        return 0;
    }

    public int[] batch() {
        return batch;
    }

    public double[] weights(int l) {
        return network.weights(l);
    }

    public double[] biases(int l) {
        return network.biases(l);
    }

    public double[] weightGradients(int l) {
        return gw[l];
    }

    public double[] biasGradients(int l) {
        return gb[l];
    }

    public double[] weightUpdates(int l) {
        return vw[l];
    }

    public double[] biasUpdates(int l) {
        return vb[l];
    }
}
