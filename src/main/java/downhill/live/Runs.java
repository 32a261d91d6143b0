package downhill.live;

import downhill.live.archive.Archive;
import downhill.live.archive.Journal;
import downhill.live.archive.SavedRun;
import downhill.live.memory.Charge;
import downhill.live.memory.Memory;
import downhill.live.memory.RunMemory;
import downhill.live.watch.FrameMaker;
import downhill.live.work.Crew;
import downhill.live.work.FullException;
import downhill.live.work.LastingThread;
import downhill.live.work.Trainer;
import downhill.live.work.Workers;
import downhill.math.Shards;
import downhill.train.history.Footprint;
import downhill.train.history.Fork;
import downhill.train.history.History;
import downhill.train.history.StepRebuild;
import downhill.train.spec.LoggedTweak;
import downhill.train.spec.RunSpec;
import downhill.train.spec.Tweak;
import downhill.train.step.Run;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** All runs of this server, by id. A thread of its own pauses runs that nobody watches and forgets those nobody asks for. */
public final class Runs implements AutoCloseable {
    /** The time between two rounds that remove idle runs. */
    private static final Duration TIDYING = Duration.ofSeconds(1);

    private final AwakeRuns runs = new AwakeRuns();
    private final SharedRuns shared = new SharedRuns();
    private final NamedLocks waking = new NamedLocks();
    private final SecureRandom random = new SecureRandom();
    private final RunBuilder builder;
    private final Host host;
    private final SavedRuns saved;
    private final ServerLimits limits;
    private final Memory memory;
    private final Admission admission;
    private final Workers workers = new Workers(Math.max(4, Runtime.getRuntime().availableProcessors()));
    private final Crew surveyors = new Crew(Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 0, 3));
    private final LastingThread janitor;

    /**
     * Starts without runs in memory.
     *
     * @param archive where runs outlive the process
     */
    public Runs(RunBuilder builder, FrameMaker frames, Trainer trainer, ServerLimits limits, Archive archive) {
        this.builder = builder;
        this.host = new Host(trainer, frames, limits);
        this.saved = new SavedRuns(
                archive, builder, trainer, new StoreRoom(archive, limits, Clock.systemUTC()), Clock.systemUTC());
        this.limits = limits;
        this.memory = limits.memory();
        this.admission = new Admission(runs.all(), this::rest, limits, memory);
        this.janitor = new LastingThread("janitor", this::keepTidy);
    }

    /**
     * A new paused run. RefusedException if the specification cannot be carried out, BusyException over a limit; nothing is built
     * then.
     */
    public LiveRun create(RunSpec spec, Visitor visitor) throws InterruptedException {
        admission.requireSize(spec);
        Footprint footprint = builder.footprint(spec);
        Charge charge = admission.admit(visitor, footprint.resident(), Optional.empty());
        return charge.<LiveRun, InterruptedException>keptBy(() -> {
            History history = workers.call(visitor.name(), () -> builder.start(spec));
            return add(new Origin(visitor, Optional.empty(), false), history, charge, footprint);
        });
    }

    /** A new paused run that shares the parent's first steps and takes the tweak at the branching step. */
    public LiveRun branch(LiveRun parent, int step, Optional<Tweak> tweak, Visitor visitor)
            throws InterruptedException {
        return branch(parent, RunId.view(parent), step, tweak, visitor);
    }

    /**
     * {@link #branch(LiveRun, int, Optional, Visitor)}.
     *
     * @param name the parent's name, its id or its view, by which the caller knows it
     */
    public LiveRun branch(LiveRun parent, String name, int step, Optional<Tweak> tweak, Visitor visitor)
            throws InterruptedException {
        Footprint footprint = parent.memory().footprint();
        Charge charge = admission.admit(visitor, footprint.resident(), Optional.of(parent));
        var origin = new Origin(visitor, Optional.of(name), false);
        return charge.<LiveRun, InterruptedException>keptBy(() -> {
            Fork fork = parent.read(history -> history.fork(step));
            tweak.ifPresent(first -> DrivingRules.requireRoom(fork.changes(), first, limits));
            History branch = workers.call(visitor.name(), () -> fork.grow(tweak, reached -> Workers.checkpoint()));
            return add(origin, branch, charge, footprint);
        });
    }

    /** Asks something of a run as it was at a step; the run itself goes on at the same time. */
    public <T> T study(LiveRun run, int step, Function<Run, T> question) throws InterruptedException {
        return study(run, step, 0, question);
    }

    /**
     * {@link #study(LiveRun, int, Function)}.
     *
     * @param numbers how many numbers the answer has, if they are many
     */
    public <T> T study(LiveRun run, int step, long numbers, Function<Run, T> question) throws InterruptedException {
        return work(run, run.memory().look(numbers), () -> {
            StepRebuild rebuild = run.read(history -> history.rebuild(step));
            return question.apply(rebuild.run(reached -> Workers.checkpoint()));
        });
    }

    /** The steps a second that a run makes, or made when it last worked; 0 before it has worked for a tenth of a second. */
    public double stepsPerSecond(LiveRun run) {
        return run.rhythm.stepsPerSecond();
    }

    /** Computes something of a run for which memory was taken, and gives that back. */
    public <T> T work(LiveRun run, Charge room, Callable<T> work) throws InterruptedException {
        try (room) {
            return workers.call(run.origin().share(run.id()), work);
        }
    }

    /** The threads for what takes long. */
    public Workers workers() {
        return workers;
    }

    /** The memory of the server. */
    public Memory memory() {
        return memory;
    }

    /** Threads that help with what can be done in parts. */
    public Shards surveyors() {
        return surveyors;
    }

    /** The run that everyone who asks for this specification at this step shares. Nobody can change it. */
    public LiveRun shared(RunSpec spec, int steps) {
        return shared(spec, List.of(), steps);
    }

    /** {@link #shared(RunSpec, int)}, with each of these tweaks at its step. */
    public LiveRun shared(RunSpec spec, List<LoggedTweak> tweaks, int steps) {
        return shared.find(spec, tweaks, steps, () -> {
            Footprint footprint = builder.footprint(spec);
            History history = builder.start(spec);
            history.advance(steps, tweaks, reached -> {});
            Charge charge = memory.forSharedRun(footprint.resident());
            return add(new Origin(Visitor.SERVER, Optional.empty(), true), history, charge, footprint);
        });
    }

    /** Asks something of step 0 of a specification, without making a run of it. */
    public <T> T preview(RunSpec spec, Visitor visitor, Function<History, T> question) throws InterruptedException {
        admission.requireSize(spec);
        long bytes = builder.footprint(spec).preview();
        try (var _ = memory.forWork(bytes, "/network/layers", "A preview of this network")) {
            return workers.call(visitor.name(), () -> question.apply(builder.start(spec)));
        }
    }

    /**
     * The run that this id drives, if there is one. One that sleeps is woken, which takes about a second at most for what was saved of it;
     * BusyException if there is no memory for it.
     */
    public Optional<LiveRun> find(String id) {
        return runs.find(id).or(() -> saved.find(id).map(this::wake));
    }

    /** Builds a run again. Others who ask for it wait, so that there is one of it. */
    private LiveRun wake(SavedRun run) {
        return waking.hold(
                run.id(),
                () -> runs.find(run.id()).orElseGet(() -> {
                    try {
                        return woken(run);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        throw new FullException("The server is stopping. Try again in a few seconds.");
                    }
                }));
    }

    private LiveRun woken(SavedRun run) throws InterruptedException {
        Visitor visitor = Visitor.named(run.visitor());
        Footprint footprint = builder.footprint(run.spec());
        Charge charge = admission.admit(visitor, footprint.resident(), Optional.empty());
        LiveRun live = charge.<LiveRun, InterruptedException>keptBy(() -> {
            SavedRuns.Woken woken = workers.call(visitor.name(), () -> saved.wake(run));
            var origin = new Origin(visitor, run.parent(), false);
            return add(run.id(), origin, woken.history(), charge, footprint, woken.journal());
        });
        saved.touch(live);
        run.progress().rate().ifPresent(live::play);
        return live;
    }

    /** The run of this name, to read it: the name is its view or its id. */
    public Optional<LiveRun> read(String name) {
        return runs.seen(name)
                .or(() -> runs.find(name))
                .or(() -> saved.find(name).or(() -> saved.seen(name)).map(this::wake));
    }

    /** Ends a run. ConflictException if it is shared. */
    public void delete(LiveRun run) {
        if (run.origin().shared()) {
            throw new ConflictException("Everyone who opens this page shares this run, so it cannot be deleted.");
        }
        saved.delete(run);
        remove(run);
    }

    /** The number of runs in memory. */
    public int size() {
        return runs.size();
    }

    /** Returns whether the threads that train and tidy are all at work. */
    public boolean isAlive() {
        return janitor.isAlive() && host.trainer().isAlive() && workers.isAlive();
    }

    private LiveRun add(Origin origin, History history, Charge charge, Footprint footprint) {
        String id = RunId.random(random);
        Journal journal = origin.shared() ? saved.none(id) : saved.add(id, origin, history);
        return add(id, origin, history, charge, footprint, journal);
    }

    private LiveRun add(
            String id, Origin origin, History history, Charge charge, Footprint footprint, Journal journal) {
        var room = new RunMemory(memory, charge, footprint, history);
        if (!origin.shared()) {
            room.requireRoom();
        }
        LiveRun run = new LiveRun(id, origin, history, host, room, journal);
        runs.add(run);
        return run;
    }

    private void remove(LiveRun run) {
        runs.remove(run);
        run.end();
    }

    /** Takes a run out of memory: it sleeps in the archive, if there is one. */
    private void rest(LiveRun run) {
        if (saved.keeps() && !run.origin().shared() && !run.ended) {
            saved.settle(run);
            runs.remove(run);
            run.sleep();
        } else {
            remove(run);
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
        for (LiveRun run : runs.all()) {
            run.tidy(limits.unwatchedPause().toNanos());
            if (!run.origin().shared() && run.idle() > limits.forget().toNanos()) {
                rest(run);
            }
        }
        saved.save(runs.all().stream().filter(run -> !run.origin().shared()).toList());
    }

    /** Puts every run to sleep, so that open streams end. */
    @Override
    public void close() {
        janitor.close();
        workers.close();
        surveyors.close();
        List.copyOf(runs.all()).forEach(this::rest);
    }
}
