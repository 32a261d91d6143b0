package downhill.train.step;

import downhill.math.Kernels;
import downhill.math.Shards;
import downhill.net.Finished;
import downhill.net.PerParameter;
import java.util.Arrays;

/**
 * The update of plain gradient descent, w &larr; w - learningRate * gradient, made in place when the run leaves the step. While the gradient is
 * computed, only its largest number is noted, since that bounds the parameters of the next step.
 */
public final class Descent implements Finished {
    private final Kernels kernels;
    private final Shards shards;
    private final double[] steepest = new double[Shards.COUNT];

    private double[] gradient = {};
    private double rate;
    private double largest;

    Descent(Plan plan) {
        this.kernels = plan.kernels();
        this.shards = plan.shards();
    }

    /** Begins another step. */
    void begin(double learningRate, Outcome into) {
        rate = learningRate;
        gradient = into.gradient.values();
        into.derive(learningRate);
        Arrays.fill(steepest, 0);
    }

    @Override
    public void range(int part, int from, int to) {
        steepest[part] = Math.max(steepest[part], kernels.largest(gradient, from, to));
    }

    @Override
    public void zeros(int part, int from, int to) {}

    /** Completes the step, after all ranges. */
    void end() {
        largest = 0;
        for (double one : steepest) {
            largest = Math.max(largest, rate * one);
        }
    }

    /** The largest update of the newest step, in absolute value. */
    double largest() {
        return largest;
    }

    /** Moves a position by the newest step's update. */
    void move(Position position, Outcome outcome, double learningRate) {
        int count = position.parameters().length;
        if (shards.isWorthwhile()) {
            shards.run(part -> move(position, outcome, learningRate, first(part, count), first(part + 1, count)));
        } else {
            move(position, outcome, learningRate, 0, count);
        }
        position.step++;
        position.bound += largest;
        position.remember(outcome.gradient, learningRate);
    }

    private static int first(int part, int count) {
        return (int) ((long) count * part / Shards.COUNT);
    }

    /** Moves the parameters from .. to-1 whose gradients are not known to be zero. */
    private void move(Position position, Outcome outcome, double learningRate, int from, int to) {
        PerParameter g = outcome.gradient;
        for (int i = from, end; i < to; i = end) {
            end = g.endOfRun(i, to);
            if (!g.isZero(i)) {
                kernels.descend(position.parameters(), g.values(), learningRate, i, end);
            }
        }
    }

    /** u = -rate * gradient. */
    static void updates(double[] gradient, double rate, double[] u) {
        for (int i = 0; i < u.length; i++) {
            u[i] = -rate * gradient[i];
        }
    }
}
