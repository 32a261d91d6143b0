package downhill.live;

import downhill.live.memory.Charge;
import downhill.live.memory.Memory;
import downhill.live.watch.RunState;
import downhill.live.work.BusyException;
import downhill.live.work.FullException;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import downhill.train.spec.RunSpec;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Decides whether a visitor may have one more run. A visitor who has too many, or too large ones, gives up the paused ones that nobody
 * watches, the longest unused first; nobody gives up anything for another visitor. Clients without a token share an address, so they
 * give up nothing and are refused.
 */
final class Admission {
    private final Collection<LiveRun> runs;
    private final Consumer<LiveRun> remove;
    private final ServerLimits limits;
    private final Memory memory;

    /**
     * Decides over the runs of a server.
     *
     * @param runs all of them, now and later
     */
    Admission(Collection<LiveRun> runs, Consumer<LiveRun> remove, ServerLimits limits, Memory memory) {
        this.runs = runs;
        this.remove = remove;
        this.limits = limits;
        this.memory = memory;
    }

    /**
     * Takes the memory of one more run. BusyException over a limit, RefusedException for a run that is too large for anyone.
     *
     * @param parent the run that it branches off, which stays
     */
    synchronized Charge admit(Visitor visitor, long bytes, Optional<LiveRun> parent) {
        List<LiveRun> own = runs.stream()
                .filter(run -> run.origin().visitor().equals(visitor))
                .toList();
        List<LiveRun> unused = own.stream()
                .filter(run -> run.state() != RunState.RUNNING && run.viewers() == 0)
                .filter(run -> !parent.equals(Optional.of(run)))
                .sorted(Comparator.comparingLong(LiveRun::idle).reversed())
                .toList();
        if (own.size() >= limits.runsPerVisitor()) {
            if (!visitor.alone()) {
                throw new BusyException(
                        "There are " + own.size() + " runs of visitors at your address. Programs can get"
                                + " a token of their own by POST /api/visitors; browsers get one with a page, if they accept cookies.");
            }
            if (unused.isEmpty()) {
                throw new BusyException(
                        "You have " + own.size() + " runs that are all playing or being watched. Pause or delete one.");
            }
            remove.accept(unused.getFirst());
        }
        if (runs.size() >= limits.runs()) {
            throw new FullException("The server has no room for another run. Try again in a minute.");
        }
        free(visitor, bytes, unused);
        return memory.forRun(visitor.name(), bytes);
    }

    /** Refuses a network that is too large for this server. */
    void requireSize(RunSpec spec) {
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

    /** Removes unused runs as far as their memory is needed, if that is enough at all. */
    private void free(Visitor visitor, long bytes, List<LiveRun> unused) {
        long missing = memory.runs().missing(visitor.name(), bytes);
        if (!visitor.alone()
                || unused.stream().mapToLong(run -> run.memory().taken()).sum() < missing) {
            return;
        }
        for (LiveRun run : unused) {
            if (memory.runs().missing(visitor.name(), bytes) > 0) {
                remove.accept(run);
            }
        }
    }
}
