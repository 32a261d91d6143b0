package downhill.live;

import downhill.insight.Scores;
import downhill.json.RunJson.Movement;
import downhill.live.memory.RunMemory;
import downhill.live.watch.Audience;
import downhill.live.watch.FrameMaker;
import downhill.live.watch.RunEvent;
import downhill.live.watch.RunState;
import downhill.live.work.Pace;
import downhill.live.work.Rhythm;
import downhill.live.work.TaskProgress;
import downhill.math.Watch;
import downhill.train.history.History;
import downhill.train.history.Stillness;
import downhill.train.history.Stop;
import downhill.train.history.StopConditions;
import downhill.train.step.Run;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The motion of a run: its pace, the steps when they are due, and the reason why it stopped by itself. Guarded by the run's lock. */
final class Motion {
    private final History history;
    private final DrivingRules rules;
    private final RunMemory memory;
    private final Audience audience;
    private final FrameMaker frames;
    private final Rhythm rhythm;
    private final Runnable changed;
    private Pace pace = new Pace.Paused();
    private Optional<Stop> stopped = Optional.empty();

    /** The conditions under which the run stops, without those that held when it began to play. */
    private StopConditions until = StopConditions.NONE;

    /** Watches the cost of a run that plays evenly, or that is to stop when its cost is still. */
    private @Nullable Stillness stillness;

    /**
     * The motion of a run that is paused.
     *
     * @param changed wakes everyone who waits for a change of the run
     */
    Motion(
            History history,
            DrivingRules rules,
            RunMemory memory,
            Audience audience,
            FrameMaker frames,
            Rhythm rhythm,
            Runnable changed) {
        this.history = history;
        this.rules = rules;
        this.memory = memory;
        this.audience = audience;
        this.frames = frames;
        this.rhythm = rhythm;
        this.changed = changed;
    }

    Pace pace() {
        return pace;
    }

    /** The conditions that can still stop the run. */
    StopConditions until() {
        return until;
    }

    RunState state() {
        if (history.newest().divergence().isPresent()) {
            return RunState.DIVERGED;
        }
        return pace instanceof Pace.Paused ? RunState.PAUSED : RunState.RUNNING;
    }

    /** The motion as the interface tells it. The reason why the run stopped by itself stays until somebody moves or pauses it. */
    Movement movement() {
        return new Movement(
                state().name().toLowerCase(Locale.ROOT), pace.stepsPerSecond(), pace instanceof Pace.Even, stopped);
    }

    /** Moves on at another pace, until one of these conditions holds. */
    void begin(Pace next, StopConditions conditions) {
        stillness = null;
        until = conditions.needScores()
                ? conditions.open(wholeCost(history.newest()), accuracy(history.newest(), conditions))
                : conditions;
        stopped = Optional.empty();
        set(next);
        rhythm.begin();
    }

    /** Makes a number of steps, and then pauses. The answer tests whether that still goes on; each test reports the progress of the request. */
    BooleanSupplier step(int count) {
        int from = history.step();
        Pace stepping = new Pace.Stepping(from + count);
        begin(stepping, StopConditions.NONE);
        Watch watch = TaskProgress.watch();
        return () -> {
            watch.done((double) (history.step() - from) / count);
            return pace.equals(stepping);
        };
    }

    /** Stops, because somebody asks for it. */
    void pause() {
        stopped = Optional.empty();
        set(new Pace.Paused());
    }

    /** Stops for good, and tells nobody. */
    void end() {
        pace = new Pace.Paused();
        rhythm.stop();
    }

    /** Makes the steps that are due, for a slice of time in nanoseconds at most. */
    void turn(long slice) {
        rhythm.turn(
                slice,
                () -> !(pace instanceof Pace.Paused),
                this::advance,
                (due, now) -> pace.dueAfter(history.step(), due, now));
        if (!(pace instanceof Pace.Paused) && !memory.settle()) {
            stop(new Stop.NoMemory(history.step()));
        }
    }

    private void advance() {
        history.advance();
        Run newest = history.newest();
        boolean isPicture = pace instanceof Pace.Even && Pace.Even.isPicture(newest.step());
        if (pace.isPaced() || isPicture) {
            audience.show(newest);
        }
        if (rules.isOver()) {
            stop(new Stop.LastStep(newest.step()));
        } else if (newest.divergence().isPresent()
                || (pace instanceof Pace.Stepping s && newest.step() >= s.target())) {
            set(new Pace.Paused());
        } else if (pace.isPlaying()) {
            check(newest, isPicture);
        }
    }

    /** Stops a run of which a condition holds. */
    private void check(Run newest, boolean isPicture) {
        boolean scores = until.needScores();
        Optional<Stop> reason = until.at(
                newest.step(),
                scores ? wholeCost(newest) : OptionalDouble.empty(),
                scores ? accuracy(newest, until) : OptionalDouble.empty());
        if (reason.isPresent()) {
            stop(reason.get());
        } else if (isPicture || (until.still() && Pace.Even.isPicture(newest.step()))) {
            watch(newest);
        }
    }

    /** The share of right training examples, unless that is much work. */
    private static OptionalDouble accuracy(Run run, StopConditions conditions) {
        return conditions.accuracyAbove().isPresent() && Scores.areCheap(run)
                ? run.evaluateTraining().accuracy()
                : OptionalDouble.empty();
    }

    /** Stops a run whose cost has been still for long enough. */
    private void watch(Run newest) {
        OptionalDouble cost = wholeCost(newest);
        if (cost.isEmpty()) {
            return;
        }
        if (stillness == null) {
            stillness = new Stillness(history.cost(0), newest.step(), cost.getAsDouble());
        } else {
            stillness.at(newest.step(), cost.getAsDouble()).ifPresent(this::stop);
        }
    }

    /** The cost over the whole training set, unless that is much work: the cost of a batch says little about it. */
    private static OptionalDouble wholeCost(Run run) {
        if (run.batch().length == run.data().size()) {
            return OptionalDouble.of(run.cost());
        }
        return Scores.areCheap(run) ? Scores.of(run).trainCost() : OptionalDouble.empty();
    }

    private void stop(Stop reason) {
        stopped = Optional.of(reason);
        set(new Pace.Paused());
    }

    private void set(Pace next) {
        if (next instanceof Pace.Paused) {
            rhythm.stop();
        }
        if (!pace.equals(next)) {
            pace = next;
            audience.tell(new RunEvent.StateChanged(frames.state(movement(), history.newest())));
        }
        changed.run();
    }
}
