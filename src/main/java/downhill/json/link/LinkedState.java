package downhill.json.link;

import downhill.train.spec.LoggedTweak;
import downhill.train.spec.RunSpec;
import java.util.List;

/**
 * A state of the playground: what makes its run and branches again, bit for bit, and what the page shows of them.
 *
 * @param spec the specification that all branches share
 * @param branches at least one; each parent comes before its branches
 * @param front the place of the shown branch in the list
 */
public record LinkedState(RunSpec spec, List<Branch> branches, int front, PageState page) {
    /** The place of no branch: of the parent of the first run. */
    public static final int NONE = -1;

    /**
     * The run, or a branch of it.
     *
     * @param parent the place of the branch that it left, or {@link #NONE} for a run from step 0
     * @param from the step at which it left that one
     * @param tweaks its own, all at that step or later, in the order of their steps
     * @param step its newest step
     * @param diverged whether the update after that step is not finite, and was tried
     * @param off whether it is taken off the view
     */
    public record Branch(int parent, int from, List<LoggedTweak> tweaks, int step, boolean diverged, boolean off) {}
}
