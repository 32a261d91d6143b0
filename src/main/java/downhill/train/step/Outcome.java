package downhill.train.step;

import downhill.net.PerParameter;
import downhill.net.Shape;
import org.jspecify.annotations.Nullable;

/** The results of one step: the batch, its cost, the gradient, and the update that will be added. */
public final class Outcome {
    final PerParameter gradient;
    private PerParameter update;
    /** The learning rate of an update that is not worked out yet. */
    private double rate;

    private boolean isDerived = true;

    int epoch;
    int[] batch = new int[0];
    double cost;
    double penalty;

    private final Shape shape;
    private @Nullable PerParameter own;

    Outcome(Shape shape) {
        this.shape = shape;
        this.gradient = new PerParameter(shape);
        this.update = gradient;
    }

    /** The update that will be added to the parameters. */
    PerParameter update() {
        if (!isDerived) {
            update = own();
            Descent.updates(gradient.values(), rate, update.values());
            isDerived = true;
        }
        return update;
    }

    /** Defers the update of plain gradient descent: it is computed when somebody reads it. */
    void derive(double learningRate) {
        rate = learningRate;
        isDerived = false;
    }

    /** The update is written here: what the next position remembers, if that is the same. */
    void write(PerParameter remembered) {
        update = remembered;
        isDerived = true;
    }

    /** Writes the update to room of its own. */
    void writeOwn() {
        write(own());
    }

    private PerParameter own() {
        if (own == null) {
            own = new PerParameter(shape);
        }
        return own;
    }
}
