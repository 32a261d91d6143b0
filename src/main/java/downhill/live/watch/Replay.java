package downhill.live.watch;

import downhill.live.memory.Charge;
import downhill.train.history.StepRebuild;
import downhill.train.spec.LoggedTweak;
import downhill.train.step.Run;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A viewer's replay of a run's past: every wanted step after the one seen last, and the tweaks made there. The next step is chosen under the run's
 * lock; computing it blocks nobody.
 */
public final class Replay {
    /** The distance beyond which a replay begins anew at a keyframe instead of going on from its step. */
    private static final int FAR = 1000;

    private final Watched run;
    private final WatchRequest request;

    /** The tweaks before the viewer came; later ones arrive as they happen. */
    private final List<LoggedTweak> tweaks;

    private int tweaksSent;
    private int known;
    private @Nullable Run cursor;

    /** The memory of the cursor. */
    private @Nullable Charge room;

    /**
     * The next piece of the past.
     *
     * @param step where it leads
     * @param afresh the rebuild from a keyframe, if it does not go on from the last piece
     */
    record Leg(int step, int version, Optional<StepRebuild> afresh) {}

    Replay(Watched run, WatchRequest request) {
        this.run = run;
        this.request = request;
        int from = request.from().orElse(Integer.MAX_VALUE);
        this.tweaks = run.history().tweaks().stream()
                .filter(tweak -> tweak.step() >= from)
                .toList();
    }

    /**
     * The next tweak made before the next wanted step, so that a reader who leaves after any step knows all tweaks before it, or after the last wanted
     * step; called under the run's lock.
     */
    Optional<RunEvent> event(int step) {
        if (tweaksSent == tweaks.size()
                || (tweaks.get(tweaksSent).step() >= next(step)
                        && next(step) <= run.history().step())) {
            return Optional.empty();
        }
        LoggedTweak tweak = tweaks.get(tweaksSent++);
        return Optional.of(run.tweaked(tweak.step(), tweak.tweak()));
    }

    /** Tests whether nothing wanted is left to send after the step seen last; called under the run's lock. */
    boolean isOver(int step) {
        return tweaksSent == tweaks.size() && next(step) > run.history().step();
    }

    private int next(int step) {
        return (int) Math.min(Integer.MAX_VALUE, (Math.floorDiv(step, request.every()) + 1L) * request.every());
    }

    /** The piece up to the next wanted step; nothing when the newest step has been seen. Called under the run's lock. */
    Optional<Leg> after(int step) {
        int newest = run.history().step();
        int next = next(step);
        if (next > newest) {
            return Optional.empty();
        }
        int count = run.history().tweaks().size();
        boolean goesOn = cursor != null && count == known && next - cursor.step() <= FAR && next < newest;
        known = count;
        Optional<StepRebuild> afresh =
                goesOn ? Optional.empty() : Optional.of(run.history().rebuild(next));
        return Optional.of(new Leg(next, run.audience().version(), afresh));
    }

    /** Goes there; the frame is for this viewer alone. */
    FrameText walk(Leg leg) {
        if (room == null) {
            room = run.look();
        }
        Run at = leg.afresh().isPresent() || cursor == null
                ? leg.afresh().orElseThrow().run(step -> {})
                : cursor;
        while (at.step() < leg.step()) {
            at.advance();
        }
        cursor = at;
        return run.audience().make(at, request.view(), leg.version());
    }

    /** Gives the memory of the cursor back: the replay is over. */
    void end() {
        cursor = null;
        if (room != null) {
            room.close();
            room = null;
        }
    }
}
