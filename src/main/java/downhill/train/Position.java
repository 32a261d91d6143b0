package downhill.train;

import downhill.descent.Memory;
import downhill.net.Network;
import downhill.net.PerParameter;

/** Where a run stands at one step, before anything is computed there. */
final class Position {
    final Network network;
    /** What the update rule remembers of the updates before this step's. */
    final Memory memory;
    /** The memory's first moments: for gradient descent the velocity. */
    final PerParameter remembered;

    int step;
    /** No parameter is larger than this, in absolute value. */
    double bound;

    Position(Network initial, Memory like) {
        this.network = initial.with(initial.parameters().values());
        this.memory = like.copy();
        this.remembered = new PerParameter(network.shape(), memory.first());
    }

    double[] parameters() {
        return network.parameters().values();
    }

    void set(Keyframe keyframe) {
        step = keyframe.step();
        System.arraycopy(keyframe.parameters(), 0, parameters(), 0, parameters().length);
        memory.set(keyframe.memory());
        measure();
    }

    void set(Position other) {
        step = other.step;
        System.arraycopy(other.parameters(), 0, parameters(), 0, parameters().length);
        memory.set(other.memory);
        bound = other.bound;
    }

    /** Makes the bound tight. */
    void measure() {
        bound = Magnitudes.largest(parameters());
    }

    Keyframe keyframe(Settings settings) {
        return new Keyframe(step, parameters().clone(), memory.copy(), settings);
    }
}
