package downhill.live;

import downhill.live.memory.RunMemory;
import downhill.train.history.History;
import downhill.train.spec.Tweak;

/** The rules by which a run refuses to be driven. Guarded by the run's lock. */
record DrivingRules(Origin origin, History history, ServerLimits limits, RunMemory memory) {
    /** Refuses to change a run that everyone shares. */
    void requireOwn() {
        if (origin.shared()) {
            throw new ConflictException("Everyone who opens this page shares this run, so it cannot be changed."
                    + " Branch it, or create a run of your own.");
        }
    }

    /** Refuses to change a run that everyone shares, or that has diverged. */
    void requireGoing() {
        requireOwn();
        history.newest().divergence().ifPresent(d -> {
            throw new ConflictException("This run has diverged: the update after step " + d.step()
                    + " would not be finite. Branch from an earlier step to go on.");
        });
    }

    /** Refuses steps beyond the last one that a run can make. */
    void requireSteps(int count) {
        requireGoing();
        int left = limits.steps() - history.step();
        if (count > left) {
            throw new ConflictException("This run is at step " + history.step() + ", and a run can make "
                    + limits.steps() + " steps. "
                    + (left == 0
                            ? "Branch from an earlier step to go on."
                            : "Ask for " + left + " more at most, or branch from an earlier step."));
        }
        memory.requireRoom();
    }

    /** Returns whether the last step that a run can make has been made. */
    boolean isOver() {
        return history.step() >= limits.steps();
    }

    /** Refuses a tweak that would make more changes than the server keeps of one run. */
    void requireRoom(Tweak tweak) {
        requireGoing();
        requireRoom(history.changes(), tweak, limits);
        tweak.batch().size().ifPresent(memory::requireBatch);
    }

    /** Refuses a tweak after the most changes that are allowed. */
    static void requireRoom(long before, Tweak tweak, ServerLimits limits) {
        long changes = before + tweak.changes();
        if (changes > limits.changesPerRun()) {
            throw new ConflictException("With this change the run would have " + changes + " changes, and "
                    + limits.changesPerRun() + " are kept of one run. Branch from an earlier step to go on.");
        }
    }
}
