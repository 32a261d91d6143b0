package downhill.train.step;

import downhill.descent.rule.OptimizerMemory;
import downhill.net.Network;
import downhill.net.PerParameter;
import downhill.net.Shape;
import downhill.train.spec.Tweak;
import org.jspecify.annotations.Nullable;

/** The state of a run at one step, before anything is computed there. */
public final class Position {
    final Network network;
    /** The update rule's memory of the updates before this step's; readable once {@link #settle settled}. */
    final OptimizerMemory memory;
    /** The memory's first moments, for gradient descent the velocity; zeros beside a rule that remembers nothing. */
    final PerParameter remembered;

    int step;
    /** A bound on the size of every parameter. */
    double bound;

    /** The gradient whose update led here, until the velocity is worked out from it. */
    private @Nullable PerParameter pending;

    private double pendingRate;

    Position(Network initial, OptimizerMemory like) {
        this.network = initial.with(initial.parameters().values());
        this.memory = like.copy();
        this.remembered = new PerParameter(network.shape(), memory.firstOr(parameters().length));
    }

    double[] parameters() {
        return network.parameters().values();
    }

    void set(Keyframe keyframe) {
        step = keyframe.step();
        pending = null;
        System.arraycopy(keyframe.parameters(), 0, parameters(), 0, parameters().length);
        memory.set(keyframe.memory());
        measure();
    }

    void set(Position other) {
        other.settle();
        pending = null;
        step = other.step;
        System.arraycopy(other.parameters(), 0, parameters(), 0, parameters().length);
        memory.set(other.memory);
        bound = other.bound;
    }

    /** Sets the values that a tweak sets. */
    void apply(Tweak tweak, Shape shape) {
        double[] parameters = parameters();
        tweak.weights().forEach(w -> parameters[shape.weight(w.l(), w.j(), w.k())] = w.value());
        tweak.biases().forEach(b -> parameters[shape.bias(b.l(), b.j())] = b.value());
        measure();
    }

    /** Notes that plain gradient descent with this gradient led here; the gradient stays as it is until this is settled or moved. */
    void remember(PerParameter gradient, double rate) {
        pending = gradient;
        pendingRate = rate;
    }

    /** Brings the memory up to date: after plain gradient descent the velocity is the update. */
    void settle() {
        if (pending != null) {
            Descent.updates(pending.values(), pendingRate, memory.first());
            pending = null;
        }
    }

    /** Makes the bound tight. */
    void measure() {
        bound = Magnitudes.largest(parameters());
    }

    Keyframe keyframe(StepSettings settings) {
        return new Keyframe(step, parameters().clone(), memory.copy(), settings);
    }
}
