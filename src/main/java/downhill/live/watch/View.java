package downhill.live.watch;

import downhill.insight.explanation.Quantity;
import downhill.train.history.History;
import java.util.List;
import java.util.OptionalInt;

/**
 * The choices that shape the frames of one viewer.
 *
 * @param example the shown example, or none for the batch's first
 * @param full whether every number is sent, or only norms, histograms and the shown example
 * @param digits significant digits for drawing, 0 for exact
 * @param neurons of each layer the neurons whose numbers a summary has; empty for none
 * @param evaluate whether the costs and accuracies over the whole sets are computed even when that is a lot of work
 * @param explain the quantities whose explanations come with each step; empty for none
 */
public record View(
        OptionalInt example,
        boolean full,
        List<List<Integer>> neurons,
        int digits,
        boolean evaluate,
        List<Quantity> explain) {
    /** The number of weights above which a frame is a summary unless the viewer asks for all. */
    private static final long MOST_WEIGHTS_IN_FULL = 5000;

    /** The batch's first example, and all numbers unless the network is large, rounded for drawing. */
    public static View drawn(History history, int digits) {
        return new View(OptionalInt.empty(), isSmall(history), List.of(), digits, false, List.of());
    }

    /** The batch's first example, exact numbers, and all of them unless the network is large. */
    public static View exact(History history) {
        return drawn(history, 0);
    }

    private static boolean isSmall(History history) {
        return history.newest().network().weightCount() <= MOST_WEIGHTS_IN_FULL;
    }
}
