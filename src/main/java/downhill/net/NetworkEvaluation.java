package downhill.net;

import downhill.data.Dataset.Task;
import downhill.math.Matrix;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * A network's cost and accuracy on a whole set of examples.
 *
 * @param cost the sum of the examples' costs, in order
 * @param right how many examples are right; absent where the task has no accuracy
 */
public record NetworkEvaluation(int count, double cost, OptionalDouble right) {
    /** The number of examples that pass through the network at once; it changes no result. */
    private static final int CHUNK = 256;

    /** The share of the examples that are right, 0 to 1. */
    public OptionalDouble accuracy() {
        return right.isPresent() ? OptionalDouble.of(right.getAsDouble() / count) : right;
    }

    /**
     * Evaluates parameters on a set.
     *
     * @param inputs [examples][inputs], flat
     * @param targets [examples][outputs], flat
     */
    public static NetworkEvaluation of(
            Backpropagation passes, PerParameter parameters, double[] inputs, double[] targets, Task task) {
        NetworkEvaluation[] all = {nothing()};
        int depth = passes.shape().depth();
        forward(passes, parameters, inputs, targets, batch -> all[0] = all[0].and(batch, depth, task));
        return all[0];
    }

    /** Passes a whole set forward, some examples at a time, and hands each batch over. */
    private static void forward(
            Backpropagation passes,
            PerParameter parameters,
            double[] inputs,
            double[] targets,
            Consumer<Batch> receiver) {
        Shape shape = passes.shape();
        int count = targets.length / shape.outputs();
        int[] indices = new int[count];
        for (int i = 0; i < count; i++) {
            indices[i] = i;
        }
        Batch batch = new Batch(shape, Math.min(CHUNK, count), false);
        for (int from = 0; from < count; from += CHUNK) {
            if (count - from < batch.count()) {
                batch = new Batch(shape, count - from, false);
            }
            batch.load(inputs, targets, indices, from);
            passes.forward(parameters, batch);
            receiver.accept(batch);
        }
    }

    /**
     * Counts the examples of each actual class by the class that the network predicts: [actual][predicted]. The numbers on the
     * diagonal add up to {@link #right}: an output exactly between two targets counts as the wrong one.
     *
     * @param task one-hot targets, or two targets of one output
     */
    public static int[][] classes(
            Backpropagation passes, PerParameter parameters, double[] inputs, double[] targets, Task task) {
        int outputs = passes.shape().outputs();
        int[][] counts = task instanceof Task.OneHot ? new int[outputs][outputs] : new int[2][2];
        int depth = passes.shape().depth();
        forward(passes, parameters, inputs, targets, batch -> {
            Matrix y = batch.activations(depth);
            for (int e = 0; e < batch.count(); e++) {
                if (task instanceof Task.TwoTargets two) {
                    int actual = batch.targets().get(0, e) == two.low() ? 0 : 1;
                    counts[actual][isNearer(y, batch.targets(), e, two) ? actual : 1 - actual]++;
                } else {
                    counts[largest(batch.targets(), e)][largest(y, e)]++;
                }
            }
        });
        return counts;
    }

    /** The evaluation of a set that is one batch, which has been passed forward. */
    public static NetworkEvaluation of(Batch batch, Shape shape, Task task) {
        return nothing().and(batch, shape.depth(), task);
    }

    private static NetworkEvaluation nothing() {
        return new NetworkEvaluation(0, 0, OptionalDouble.empty());
    }

    /** Together with some more examples. */
    private NetworkEvaluation and(Batch batch, int depth, Task task) {
        double sum = cost;
        int found = 0;
        for (int e = 0; e < batch.count(); e++) {
            sum += batch.costs()[e];
            found += isRight(batch.activations(depth), batch.targets(), e, task) ? 1 : 0;
        }
        OptionalDouble sumRight =
                task instanceof Task.Regression ? OptionalDouble.empty() : OptionalDouble.of(right.orElse(0) + found);
        return new NetworkEvaluation(count + batch.count(), sum, sumRight);
    }

    private static boolean isRight(Matrix y, Matrix d, int e, Task task) {
        return switch (task) {
            case Task.TwoTargets two -> isNearer(y, d, e, two);
            case Task.OneHot hot -> largest(y, e) == largest(d, e);
            case Task.Regression none -> false;
        };
    }

    /** Tests whether every output is nearer to its own target than to the other value. */
    private static boolean isNearer(Matrix y, Matrix d, int e, Task.TwoTargets two) {
        for (int j = 0; j < y.rows(); j++) {
            double target = d.get(j, e);
            double other = target == two.low() ? two.high() : two.low();
            if (!(Math.abs(y.get(j, e) - target) < Math.abs(y.get(j, e) - other))) {
                return false;
            }
        }
        return true;
    }

    /** The row of the largest number of a column, the first of equals. */
    private static int largest(Matrix matrix, int e) {
        int largest = 0;
        for (int j = 1; j < matrix.rows(); j++) {
            if (matrix.get(j, e) > matrix.get(largest, e)) {
                largest = j;
            }
        }
        return largest;
    }
}
