package downhill.insight.description;

import downhill.insight.description.Description.Table;
import downhill.insight.description.substep.SubstepResult;
import downhill.train.history.History;
import downhill.train.spec.LoggedTweak;
import java.util.ArrayList;
import java.util.List;

/** The branches of a run in words: which left which, at which step and by what change, and how far each has come. */
public final class BranchDescription {
    private final List<Branch> branches;

    /**
     * A branch at its newest step.
     *
     * @param cost of the batch of its newest step
     */
    public record Branch(List<LoggedTweak> tweaks, int newest, double cost, boolean shown) {
        public static Branch of(History history, boolean shown) {
            return new Branch(history.tweaks(), history.step(), history.cost(history.step()), shown);
        }

        /**
         * The step at which two part: a run is a function of its specification and its tweaks, so it is the first one at which they
         * were changed differently.
         */
        private int parting(Branch other) {
            int same = 0;
            while (same < Math.min(tweaks.size(), other.tweaks.size())
                    && tweaks.get(same).equals(other.tweaks.get(same))) {
                same++;
            }
            return Math.min(Math.min(stepOf(same), other.stepOf(same)), Math.min(newest, other.newest));
        }

        private int stepOf(int tweak) {
            return tweak < tweaks.size() ? tweaks.get(tweak).step() : Integer.MAX_VALUE;
        }
    }

    /** The step at which a branch left an earlier one. */
    private record Fork(int parent, int step) {}

    private BranchDescription(List<Branch> branches) {
        this.branches = branches;
    }

    /**
     * Describes branches.
     *
     * @param branches at least two, in the order in which they were made
     */
    public static Description of(List<Branch> branches) {
        return new BranchDescription(branches).description();
    }

    private Description description() {
        List<String> sentences = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        sentences.add("There are " + branches.size() + " branches.");
        for (int i = 0; i < branches.size(); i++) {
            Branch branch = branches.get(i);
            String shown = branch.shown() ? " It is the one that is shown." : "";
            sentences.add(SubstepResult.sentence(name(i)) + left(i) + " has come to step " + branch.newest()
                    + ", where its cost is " + SpokenNumbers.of(branch.cost()) + "." + shown);
            rows.add(List.of(
                    name(i),
                    i == 0 ? "" : Integer.toString(fork(i).step()),
                    i == 0 ? "" : change(i),
                    Integer.toString(branch.newest()),
                    SpokenNumbers.of(branch.cost())));
        }
        return new Description(
                "branches",
                sentences,
                List.of(new Table(
                        "The branches",
                        List.of("branch", "parts at step", "change there", "newest step", "cost"),
                        rows)));
    }

    private static String name(int i) {
        return "branch " + (i + 1);
    }

    private String left(int i) {
        if (i == 0) {
            return "";
        }
        Fork fork = fork(i);
        return " left " + name(fork.parent()) + " at step " + fork.step() + ", where " + change(i) + ", and";
    }

    /** The earlier branch that it left last. */
    private Fork fork(int i) {
        Fork found = new Fork(0, branches.getFirst().parting(branches.get(i)));
        for (int j = 1; j < i; j++) {
            int at = branches.get(j).parting(branches.get(i));
            found = at > found.step() ? new Fork(j, at) : found;
        }
        return found;
    }

    private String change(int i) {
        int from = fork(i).step();
        return branches.get(i).tweaks().stream()
                .filter(tweaked -> tweaked.step() >= from)
                .findFirst()
                .map(tweaked -> CostDescription.change(tweaked.tweak()))
                .orElse("nothing was changed");
    }
}
