package downhill.insight;

import downhill.math.Watch;
import downhill.train.step.Run;
import downhill.train.step.StepPhases;
import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * The time of one training step in its three parts, measured a few times; each time is the median. One-sided differences would take a forward pass for
 * every weight and bias and one more: that time is calculated from the measured forward pass.
 *
 * @param examples in the batch
 * @param weights how many the network has
 * @param parameters weights and biases
 * @param changing the weights that the step changes; the gradient of all others is 0
 * @param forward in milliseconds, as are the other two
 */
public record StepTimes(
        int step,
        int examples,
        long weights,
        long parameters,
        int changing,
        double forward,
        double backward,
        double update) {
    /** The rounds before the measured ones, in which caches fill. */
    private static final int WARM_UP = 3;

    private static final int ROUNDS = 9;

    /**
     * Times a run's newest step.
     *
     * @param nanoseconds a clock
     * @param watch is asked between rounds; it may throw to give up
     */
    public static StepTimes of(Run run, LongSupplier nanoseconds, Watch watch) {
        StepPhases phases = run.phases();
        double[] forward = new double[ROUNDS];
        double[] backward = new double[ROUNDS];
        double[] update = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            watch.run();
            watch.done((round + WARM_UP) / (double) (ROUNDS + WARM_UP));
            int place = Math.max(0, round);
            forward[place] = time(phases::forward, nanoseconds);
            backward[place] = time(phases::backward, nanoseconds);
            update[place] = time(phases::update, nanoseconds);
        }
        return new StepTimes(
                run.step(),
                phases.examples(),
                run.network().weightCount(),
                run.network().parameterCount(),
                phases.changing(),
                median(forward),
                median(backward),
                median(update));
    }

    private static double time(Runnable phase, LongSupplier nanoseconds) {
        long start = nanoseconds.getAsLong();
        phase.run();
        return (nanoseconds.getAsLong() - start) / 1e6;
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** The time of the whole step, in milliseconds. */
    public double whole() {
        return forward + backward + update;
    }

    /** The forward passes that one-sided differences take for all weights and biases. */
    public long differencePasses() {
        return parameters + 1;
    }

    /** The time of these passes, in milliseconds, at the pace of the measured one. */
    public double differences() {
        return forward * differencePasses();
    }
}
