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
import java.util.stream.Stream;

/**
 * Decides whether a visitor may have one more run. A visitor who has too many, or too large ones, gives up the paused ones that nobody
 * watches, the longest unused first. Clients without a token share an address, so they give up nothing and are refused. For another visitor
 * nobody gives up anything but large runs that were left: else a few of them could keep the server full for hours.
 */
final class Admission {
    /** The share of the memory for runs from which on a run is large. */
    private static final double LARGE = 0.02;

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
        free(visitor, bytes, visitor.alone() ? unused : List.of(), parent);
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

    /** Removes unused runs as far as their memory is needed, if that is enough at all: the visitor's own first, then large ones that were left. */
    private void free(Visitor visitor, long bytes, List<LiveRun> unused, Optional<LiveRun> parent) {
        long own = taken(unused);
        if (own >= memory.runs().missing(visitor.name(), bytes)) {
            remove(unused, visitor, bytes);
            return;
        }
        List<LiveRun> left = left(parent).filter(run -> !unused.contains(run)).toList();
        boolean mayHaveIt = memory.runs().taken(visitor.name()) - own + bytes
                <= memory.runs().each();
        if (mayHaveIt && own + taken(left) >= memory.runs().missing(visitor.name(), bytes)) {
            remove(unused, visitor, bytes);
            remove(left, visitor, bytes);
        }
    }

    private void remove(List<LiveRun> candidates, Visitor visitor, long bytes) {
        for (LiveRun run : candidates) {
            if (memory.runs().missing(visitor.name(), bytes) > 0) {
                remove.accept(run);
            }
        }
    }

    private static long taken(List<LiveRun> runs) {
        return runs.stream().mapToLong(run -> run.memory().taken()).sum();
    }

    /** The large paused runs that nobody has watched or asked for as long as it takes until a playing run is paused, the longest unused first. */
    private Stream<LiveRun> left(Optional<LiveRun> parent) {
        long large = (long) (LARGE * memory.runs().total());
        return runs.stream()
                .filter(run -> !run.origin().shared() && run.memory().taken() > large)
                .filter(run -> run.state() != RunState.RUNNING
                        && run.idle() > limits.unwatchedPause().toNanos())
                .filter(run -> !parent.equals(Optional.of(run)))
                .sorted(Comparator.comparingLong(LiveRun::idle).reversed());
    }
}
