package downhill.live;

import downhill.live.watch.FrameMaker;
import downhill.live.watch.RunState;
import downhill.live.work.BusyException;
import downhill.live.work.Crew;
import downhill.live.work.Trainer;
import downhill.live.work.Workers;
import downhill.math.Shards;
import downhill.train.history.Fork;
import downhill.train.history.History;
import downhill.train.history.StepRebuild;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import downhill.train.spec.RunSpec;
import downhill.train.spec.Tweak;
import downhill.train.step.Run;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All runs of this server, by id. A thread of its own pauses runs that nobody watches and forgets those nobody asks for. */
public final class Runs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

    /** So often runs are looked through. */
    private static final Duration TIDYING = Duration.ofSeconds(1);

    private final Map<String, LiveRun> runs = new ConcurrentHashMap<>();
    private final Map<Shown, LiveRun> shared = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Function<RunSpec, History> start;
    private final FrameMaker frames;
    private final Trainer trainer;
    private final ServerLimits limits;
    private final Workers workers = new Workers(Math.max(4, Runtime.getRuntime().availableProcessors()));
    private final Crew surveyors = new Crew(Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 0, 3));
    private final Thread janitor;

    /**
     * No runs yet.
     *
     * @param start builds a run from its specification; RefusedException if it cannot be built
     */
    public Runs(Function<RunSpec, History> start, FrameMaker frames, Trainer trainer, ServerLimits limits) {
        this.start = start;
        this.frames = frames;
        this.trainer = trainer;
        this.limits = limits;
        this.janitor = Thread.ofPlatform().daemon().name("janitor").start(this::keepTidy);
    }

    /** A new paused run. RefusedException if the specification cannot be carried out, BusyException over a limit. */
    public LiveRun create(RunSpec spec, String visitor) {
        refuseTooLarge(spec);
        refuseTooMany(visitor);
        return add(new Origin(visitor, Optional.empty(), false), start.apply(spec));
    }

    /** A new paused run that shares the parent's first steps and takes the tweak at the branching step. */
    public LiveRun branch(LiveRun parent, int step, Optional<Tweak> tweak, String visitor) throws InterruptedException {
        refuseTooMany(visitor);
        Fork fork = parent.read(history -> history.fork(step));
        tweak.ifPresent(first -> DrivingRules.requireRoom(fork.changes(), first, limits));
        History branch = workers.call(() -> fork.grow(tweak, reached -> Workers.checkpoint()));
        return add(new Origin(visitor, Optional.of(parent.id()), false), branch);
    }

    /** Asks something of a run as it was at a step; the run itself goes on meanwhile. */
    public <T> T study(LiveRun run, int step, Function<Run, T> question) throws InterruptedException {
        StepRebuild rebuild = run.read(history -> history.rebuild(step));
        return workers.call(() -> question.apply(rebuild.run(reached -> Workers.checkpoint())));
    }

    /** The threads for what takes long. */
    public Workers workers() {
        return workers;
    }

    /** Threads that help with what can be done in parts. */
    public Shards surveyors() {
        return surveyors;
    }

    /** A specification, trained to a step. */
    private record Shown(RunSpec spec, int steps) {}

    /** The run that everyone who asks for this specification at this step shares. Nobody can change it. */
    public LiveRun shared(RunSpec spec, int steps) {
        return shared.computeIfAbsent(new Shown(spec, steps), s -> {
            History history = start.apply(spec);
            for (int i = 0; i < steps; i++) {
                history.advance();
            }
            return add(new Origin("", Optional.empty(), true), history);
        });
    }

    /** Step 0 of a specification, without making a run of it. */
    public History preview(RunSpec spec) {
        refuseTooLarge(spec);
        return start.apply(spec);
    }

    /** The run of this id, if there is one. */
    public Optional<LiveRun> find(String id) {
        return Optional.ofNullable(runs.get(id));
    }

    /** Ends a run. ConflictException if it is shared. */
    public void delete(LiveRun run) {
        if (run.origin().shared()) {
            throw new ConflictException("Everyone who opens this page shares this run, so it cannot be deleted.");
        }
        remove(run);
    }

    /** How many runs there are. */
    public int size() {
        return runs.size();
    }

    private LiveRun add(Origin origin, History history) {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        LiveRun run = new LiveRun(id, origin, history, trainer, frames, limits);
        runs.put(id, run);
        return run;
    }

    private void remove(LiveRun run) {
        runs.remove(run.id());
        run.end();
    }

    private void refuseTooLarge(RunSpec spec) {
        List<Integer> layers = spec.network().layers();
        long weights = 0;
        for (int l = 0; l + 1 < layers.size(); l++) {
            weights += (long) layers.get(l) * layers.get(l + 1);
        }
        if (weights > limits.weights()) {
            throw new RefusedException(List.of(new Problem(
                    "/network/layers",
                    "These layers make " + weights + " weights; this server allows " + limits.weights() + ".")));
        }
    }

    private void refuseTooMany(String visitor) {
        List<LiveRun> own = runs.values().stream()
                .filter(run -> run.origin().visitor().equals(visitor))
                .toList();
        if (own.size() >= limits.runsPerVisitor()) {
            own.stream()
                    .filter(run -> run.state() != RunState.RUNNING && run.viewers() == 0)
                    .max(Comparator.comparingLong(LiveRun::idle))
                    .ifPresentOrElse(this::remove, () -> {
                        throw new BusyException("You have " + own.size()
                                + " runs that are all playing or being watched. Pause or delete one.");
                    });
        }
        if (runs.size() >= limits.runs()) {
            throw new BusyException("The server has no room for another run. Try again in a minute.");
        }
    }

    private void keepTidy() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(TIDYING.compareTo(limits.heartbeat()) < 0 ? TIDYING : limits.heartbeat());
                tidy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tidy() {
        for (LiveRun run : runs.values()) {
            run.tidy(limits.unwatchedPause().toNanos());
            if (!run.origin().shared() && run.idle() > limits.forget().toNanos()) {
                LOG.debug("Forgetting a run that nobody asked for");
                remove(run);
            }
        }
    }

    /** Ends every run, so that open streams get their end. */
    @Override
    public void close() {
        janitor.interrupt();
        workers.close();
        surveyors.close();
        List.copyOf(runs.values()).forEach(this::remove);
    }
}
