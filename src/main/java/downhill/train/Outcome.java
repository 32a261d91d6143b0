package downhill.train;

import downhill.net.PerParameter;
import downhill.net.Shape;
import org.jspecify.annotations.Nullable;

/** What is computed at one step: the batch, its cost, the gradient, and the update that will be added. */
final class Outcome {
    final PerParameter gradient;
    /** Its own, or what the next position remembers if that is the same. */
    PerParameter update;

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

    /** Room for updates that are not remembered as they are. */
    PerParameter ownUpdate() {
        if (own == null) {
            own = new PerParameter(shape);
        }
        return own;
    }
}
