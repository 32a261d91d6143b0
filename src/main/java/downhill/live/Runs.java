package downhill.live;

import downhill.live.archive.Archive;
import downhill.live.archive.Journal;
import downhill.live.lease.Leases;
import downhill.live.lease.Peers;
import downhill.live.memory.Charge;
import downhill.live.memory.Memory;
import downhill.live.memory.RunMemory;
import downhill.live.watch.FrameMaker;
import downhill.live.work.Crew;
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
    private final SecureRandom random = new SecureRandom();
    private final RunBuilder builder;
    private final Host host;
    private final SavedRuns saved;
    private final SharedRuns shared;
    private final Leases leases;
    private final Waking waking;
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
     * @param peers the servers that use the same archive
     */
    public Runs(
            RunBuilder builder, FrameMaker frames, Trainer trainer, ServerLimits limits, Archive archive, Peers peers) {
        this.builder = builder;
        this.host = new Host(trainer, frames, limits);
        this.saved = new SavedRuns(
                archive, builder, trainer, new StoreRoom(archive, limits, Clock.systemUTC()), Clock.systemUTC());
        this.limits = limits;
        this.memory = limits.memory();
        this.shared = new SharedRuns(builder, saved, memory, this::add);
        this.admission = new Admission(runs.all(), this::rest, limits, memory);
        this.leases = new Leases(
                archive,
                limits.lease(),
                peers,
                System::nanoTime,
                runs::leases,
                lost -> runs.of(lost).ifPresent(this::stop));
        this.waking = new Waking(runs, saved, leases, admission, builder, workers, this::add, shared::find);
        this.janitor = new LastingThread("janitor", this::keepTidy);
    }

    /** Begins to share the archive with other servers, which reach this one at an address. */
    public void join(String address) {
        leases.join(address);
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

    /** A new paused run that shares the first steps of the parent of this id or view, and takes the tweak at the branching step. */
    public LiveRun branch(LiveRun parent, String name, int step, Optional<Tweak> tweak, Visitor visitor)
            throws InterruptedException {
        return grown(parent, name, parent.memory().footprint(), visitor, () -> {
            Fork fork = parent.read(history -> history.fork(step));
            tweak.ifPresent(first -> DrivingRules.requireRoom(fork.changes(), first, limits));
            return fork.grow(tweak, reached -> Workers.checkpoint());
        });
    }

    /** A new paused run with the parent's first steps, which goes on by another specification: one that changes nothing before this step. */
    public LiveRun extend(LiveRun parent, String name, int step, RunSpec spec, Visitor visitor)
            throws InterruptedException {
        return grown(parent, name, builder.footprint(spec), visitor, () -> {
            Fork fork = parent.read(history -> history.fork(step)).on(builder.start(spec));
            return fork.grow(Optional.empty(), reached -> Workers.checkpoint());
        });
    }

    private LiveRun grown(LiveRun parent, String name, Footprint footprint, Visitor visitor, Callable<History> growth)
            throws InterruptedException {
        Charge charge = admission.admit(visitor, footprint.resident(), Optional.of(parent));
        return charge.<LiveRun, InterruptedException>keptBy(() -> {
            History branch = workers.call(visitor.name(), growth);
            return add(new Origin(visitor, Optional.of(name), false), branch, charge, footprint);
        });
    }

    /** Asks something of a run as it was at a step; the run itself goes on at the same time. */
    public <T> T study(LiveRun run, int step, Function<Run, T> question) throws InterruptedException {
        return study(run, step, 0, question);
    }

    /** The same, for an answer of many numbers. */
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
        return shared.find(spec, tweaks, steps);
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
     * The run of this name, its view or its id. One that sleeps is woken, which takes about a second at most for what was saved of it;
     * BusyException if there is no memory for it, ElsewhereException if another server has it.
     */
    public Optional<LiveRun> read(String name) {
        return waking.read(name);
    }

    /** The view of the run of this name, which is not woken. */
    public Optional<String> view(String name) {
        return waking.view(name);
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
        return janitor.isAlive() && leases.isAlive() && host.trainer().isAlive() && workers.isAlive();
    }

    private LiveRun add(Origin origin, History history, Charge charge, Footprint footprint) {
        Journal journal = saved.add(RunId.random(random), origin, history, leases.term());
        return add(origin, new SavedRuns.Woken(history, journal), charge, footprint);
    }

    private LiveRun add(Origin origin, SavedRuns.Woken made, Charge charge, Footprint footprint) {
        var room = new RunMemory(memory, charge, footprint, made.history());
        if (!origin.shared()) {
            room.requireRoom();
        }
        String id = made.journal().hold().lease().run();
        LiveRun run = new LiveRun(id, origin, made.history(), host, room, made.journal());
        runs.add(run);
        return run;
    }

    private void remove(LiveRun run) {
        runs.remove(run);
        run.end();
    }

    /** Takes a run out of memory: it sleeps in the archive, if there is one. */
    private void rest(LiveRun run) {
        if (!saved.keeps() || run.origin().shared() || run.ended) {
            remove(run);
        } else if (run.isOwn()) {
            saved.settle(List.of(run));
            stop(run);
            saved.release(run.hold().lease());
        } else {
            stop(run);
        }
    }

    /** Stops a run until somebody asks for it again: of one that another server may have, nothing more is shown or written. */
    private void stop(LiveRun run) {
        runs.remove(run);
        run.sleep();
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
            if (!run.isOwn()) {
                stop(run);
            }
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
        List<LiveRun> all = List.copyOf(runs.all());
        saved.settle(all.stream()
                .filter(run -> !run.origin().shared() && run.isOwn())
                .toList());
        all.forEach(saved.keeps() ? this::stop : this::remove);
        leases.close();
        saved.leave();
    }
}
