package downhill.export;

import downhill.train.history.CostSeries;
import downhill.train.history.History;

/**
 * The costs that a listing shows, to compare with those that the program prints: every step of a short run; of a longer one the first steps,
 * which show that the start is the same, and the newest, which show that every step between was the same too.
 *
 * @param first from step 0 on
 * @param newest up to the run's newest step, as far as their costs are kept; empty where {@code first} has all steps
 */
public record ShownCosts(CostSeries first, CostSeries newest) {
    /** The largest number of costs. */
    public static final int MOST = 6;

    private static final int EACH = MOST / 2;

    /** The costs of a run at this time. */
    public static ShownCosts of(History history) {
        int last = history.step();
        return last < MOST
                ? new ShownCosts(history.costs(0, last), new CostSeries(new int[0], new double[0]))
                : new ShownCosts(history.costs(0, EACH - 1), history.costs(last - EACH + 1, last));
    }
}
