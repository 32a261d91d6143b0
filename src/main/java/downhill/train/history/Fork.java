package downhill.train.history;

import downhill.train.spec.LoggedTweak;
import downhill.train.spec.RefusedException;
import downhill.train.spec.Tweak;
import downhill.train.step.Run;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** A branch before it has grown: what it shares with its parent, and the rebuild of the step where they part. */
public final class Fork {
    private final StepRebuild rebuild;
    private final List<LoggedTweak> kept;
    private final CostLog costs;
    private final Keyframes keyframes;

    Fork(StepRebuild rebuild, List<LoggedTweak> kept, CostLog costs, Keyframes keyframes) {
        this.rebuild = rebuild;
        this.kept = kept;
        this.costs = costs;
        this.keyframes = keyframes;
    }

    /** The changes that it shares with its parent. */
    public long changes() {
        return kept.stream().mapToLong(entry -> entry.tweak().changes()).sum();
    }

    /** The same fork on the plan of another run, whose steps up to here are the same: only later ones differ. */
    public Fork on(History start) {
        return new Fork(rebuild.on(start.newest().plan()), kept, costs, keyframes);
    }

    /**
     * The branch, which begins with a tweak, if there is one. To be called once.
     *
     * @param progress receives each step reached; it may throw to give up
     * @throws RefusedException if the tweak does not fit
     */
    public History grow(Optional<Tweak> tweak, IntConsumer progress) {
        Run run = rebuild.begin();
        note(run);
        while (run.step() < rebuild.step()) {
            run.advance();
            progress.accept(run.step());
            note(run);
        }
        var branch = new History(run, kept, costs, keyframes);
        tweak.ifPresent(branch::tweak);
        return branch;
    }

    /** Adds a step's cost unless the log has it. */
    private void note(Run run) {
        if (run.step() == costs.size()) {
            costs.add(run.cost());
        }
    }
}
