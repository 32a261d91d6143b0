package downhill.train;

import downhill.descent.Memory;
import downhill.net.Network;
import downhill.net.PerParameter;

/** Everything about one step: the network before the update, the gradient found there, the update that will be added. */
final class Step {
    final Network network;
    final PerParameter gradient;
    final PerParameter update;
    /** What the update rule remembers of the updates before this step's. */
    Memory memory;

    int number;
    int epoch;
    int[] batch = new int[0];
    double cost;
    double penalty;

    Step(Network initial, Memory memory) {
        this.network = initial.with(initial.parameters().values());
        this.gradient = new PerParameter(initial.shape());
        this.update = new PerParameter(initial.shape());
        this.memory = memory;
    }

    double[] parameters() {
        return network.parameters().values();
    }

    /** Becomes the step after another: its parameters are the other's with the updates added. */
    void follow(Step before) {
        double[] w = before.parameters();
        double[] u = before.update.values();
        double[] sum = parameters();
        for (int i = 0; i < sum.length; i++) {
            sum[i] = w[i] + u[i];
        }
        number = before.number + 1;
    }

    /** Becomes another step's beginning: its number and its parameters. */
    void repeat(Step other) {
        System.arraycopy(other.parameters(), 0, parameters(), 0, parameters().length);
        number = other.number;
    }
}
