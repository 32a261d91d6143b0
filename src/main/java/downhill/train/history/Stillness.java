package downhill.train.history;

import java.util.Optional;

/**
 * Watches a cost for whether it still changes. It is still when it has stayed within a millionth of the run's first cost for as many steps as
 * {@link #span} says: on a logarithmic axis of the steps that is always about the same length, and a slower change can't be seen there.
 */
public final class Stillness {
    /** The change that counts as none, as a share of the first cost. */
    public static final double SHARE = 1e-6;

    private static final int LEAST = 1000;
    private static final int PART = 10;

    private final double change;
    private int since;
    private double level;

    /**
     * Begins to watch at a step.
     *
     * @param first the cost of the run's first step
     */
    public Stillness(double first, int step, double cost) {
        this.change = SHARE * Math.abs(first);
        this.since = step;
        this.level = cost;
    }

    /** The number of steps in which the cost must not change, at a step: a tenth of all steps so far, and 1,000 at least. */
    public static int span(int step) {
        return Math.max(LEAST, step / PART);
    }

    /** Takes in the cost of a later step; answers the reason to stop there, if it has been still for long enough. */
    public Optional<Stop> at(int step, double cost) {
        if (!(Math.abs(cost - level) <= change)) {
            since = step;
            level = cost;
        }
        int steps = step - since;
        return steps < span(step) ? Optional.empty() : Optional.of(new Stop.Still(step, steps, change));
    }
}
