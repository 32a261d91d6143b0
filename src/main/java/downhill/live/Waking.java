package downhill.live;

import downhill.live.archive.Hold;
import downhill.live.archive.SavedRun;
import downhill.live.lease.ElsewhereException;
import downhill.live.lease.Leases;
import downhill.live.memory.Charge;
import downhill.live.work.FullException;
import downhill.live.work.NamedLocks;
import downhill.live.work.Workers;
import downhill.train.history.Footprint;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds runs by their names, and builds those again that sleep in the archive. A run that another server has stays there, as long as that server is
 * alive; this one waits for the run of a server that died.
 */
final class Waking {
    /** The number of times that it waits for the end of a lease whose owner does not answer. */
    private static final int WAITS = 2;

    /** Puts a run into memory. */
    interface Adding {
        LiveRun add(Origin origin, SavedRuns.Woken woken, Charge charge, Footprint footprint);
    }

    private final AwakeRuns runs;
    private final SavedRuns saved;
    private final Leases leases;
    private final Admission admission;
    private final RunBuilder builder;
    private final Workers workers;
    private final NamedLocks locks = new NamedLocks();
    private final Adding adding;
    private final Function<SavedRun, LiveRun> sharing;

    /**
     * Finds the runs of a server.
     *
     * @param sharing answers a run that the server makes for everybody
     */
    Waking(
            AwakeRuns runs,
            SavedRuns saved,
            Leases leases,
            Admission admission,
            RunBuilder builder,
            Workers workers,
            Adding adding,
            Function<SavedRun, LiveRun> sharing) {
        this.runs = runs;
        this.saved = saved;
        this.leases = leases;
        this.admission = admission;
        this.builder = builder;
        this.workers = workers;
        this.adding = adding;
        this.sharing = sharing;
    }

    /** The run of this id or view. */
    Optional<LiveRun> read(String name) {
        return runs.seen(name).or(() -> runs.find(name)).or(() -> sleeping(name).flatMap(this::wake));
    }

    /** The view of the run of this id or view, which need not be in memory. */
    Optional<String> view(String name) {
        return runs.seen(name)
                .or(() -> runs.find(name))
                .map(RunId::view)
                .or(() -> sleeping(name).map(SavedRun::view));
    }

    private Optional<SavedRun> sleeping(String name) {
        return saved.find(name).or(() -> saved.seen(name));
    }

    private Optional<LiveRun> wake(SavedRun run) {
        if (run.visitor().equals(Visitor.SERVER.name())) {
            return Optional.of(sharing.apply(run));
        }
        try {
            for (int waits = 0; ; waits++) {
                try {
                    return woken(run.id());
                } catch (ElsewhereException e) {
                    if (waits == WAITS || leases.answers(e)) {
                        throw e;
                    }
                    Thread.sleep(e.left());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FullException("The server is stopping. Try again in a few seconds.");
        }
    }

    /** Builds a run again. Others who ask for it wait, so that there is one of it; but nobody waits here for another server. */
    private Optional<LiveRun> woken(String id) throws InterruptedException {
        return locks.hold(id, () -> {
            Optional<LiveRun> awake = runs.find(id);
            return awake.isPresent() ? awake : built(id);
        });
    }

    private Optional<LiveRun> built(String id) throws InterruptedException {
        Optional<Hold> hold = leases.claim(id);
        // Read only now: the server that had the run before can write no more of it.
        Optional<SavedRun> run = hold.flatMap(own -> saved.find(id));
        return run.isEmpty() ? Optional.empty() : Optional.of(built(run.get(), hold.orElseThrow()));
    }

    private LiveRun built(SavedRun run, Hold hold) throws InterruptedException {
        boolean done = false;
        try {
            Visitor visitor = Visitor.named(run.visitor());
            Footprint footprint = builder.footprint(run.spec());
            Charge charge = admission.admit(visitor, footprint.resident(), Optional.empty());
            LiveRun live = charge.<LiveRun, InterruptedException>keptBy(() -> {
                SavedRuns.Woken woken = workers.call(visitor.name(), () -> saved.wake(run, hold));
                return adding.add(new Origin(visitor, run.parent(), false), woken, charge, footprint);
            });
            saved.touch(live);
            run.progress()
                    .rate()
                    .ifPresent(rate -> live.play(rate, run.progress().until()));
            done = true;
            return live;
        } finally {
            if (!done) {
                saved.release(hold.lease());
            }
        }
    }
}
