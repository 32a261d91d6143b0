package downhill.web.playground;

import downhill.json.link.LinkedState;
import downhill.json.link.LinkedState.Branch;
import downhill.live.LiveRun;
import java.util.stream.IntStream;

/**
 * The training that a link asks for, worked out before any of it is done.
 *
 * @param ofOneStep multiply-adds of a step with the largest batch that any tweak sets
 */
record LinkWork(LinkedState state, double ofOneStep) {
    /** The work of a state whose first run is made, at step 0. */
    static LinkWork of(LinkedState state, LiveRun start) {
        int examples = start.data().size();
        int batch = size(state.spec().batch().size(), examples);
        int largest = state.branches().stream()
                .flatMap(branch -> branch.tweaks().stream())
                .flatMap(tweak -> tweak.tweak().batch().size().stream())
                .mapToInt(size -> size(size, examples))
                .reduce(batch, Math::max);
        return new LinkWork(state, start.read(history -> history.work(1)) * ((double) largest / batch));
    }

    private static int size(int batch, int examples) {
        return batch == 0 ? examples : Math.min(batch, examples);
    }

    /** The step that each branch comes to within this much work; the earlier branches come first. */
    int[] reach(double mostWork) {
        long left = (long) (mostWork / ofOneStep);
        int[] reached = new int[state.branches().size()];
        for (int i : IntStream.range(0, reached.length).toArray()) {
            Branch branch = state.branches().get(i);
            long steps = Math.min(left, (long) branch.step() - branch.from());
            left -= steps;
            reached[i] = (int) (branch.from() + steps);
        }
        return reached;
    }
}
