package downhill.live.memory;

import downhill.live.work.BusyException;
import downhill.live.work.FullException;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import java.util.List;

/** The memory of this server: a part for runs, of which each visitor has a share, one for work that soon ends, one for bodies. */
public final class Memory {
    private static final String ANYONE = "";

    private final MemoryBudget runs;
    private final MemoryBudget work;
    private final MemoryBudget bodies;

    /**
     * Divides memory, in bytes.
     *
     * @param runs for all runs
     * @param each for the runs of one visitor
     * @param work for everything that is computed or written at one time
     * @param bodies for all requests that are being read at one time
     */
    public Memory(long runs, long each, long work, long bodies) {
        this.runs = new MemoryBudget(runs, each);
        this.work = new MemoryBudget(work, work);
        this.bodies = new MemoryBudget(bodies, bodies);
    }

    /** The memory of all runs. */
    public MemoryBudget runs() {
        return runs;
    }

    /**
     * Takes the memory of a new run.
     *
     * @throws RefusedException if it is more than a visitor may have
     * @throws BusyException if the visitor has too much already, FullException if all have
     */
    public Charge forRun(String visitor, long bytes) {
        return runs.take(visitor, bytes).orElseThrow(() -> refusal(visitor, bytes));
    }

    /** Takes the memory of a run that belongs to everyone. */
    public Charge forSharedRun(long bytes) {
        return runs.takeAnyway(ANYONE, bytes);
    }

    private RuntimeException refusal(String visitor, long bytes) {
        return switch (runs.ask(visitor, bytes)) {
            case NEVER ->
                refused(
                        "/network/layers",
                        "This run needs " + megabytes(bytes) + " of memory, and " + megabytes(runs.each())
                                + " are allowed for all runs of a visitor. Fewer weights or smaller batches need less.");
            case VISITOR_FULL ->
                new BusyException("Your runs take " + megabytes(runs.taken(visitor)) + " of memory, and this one needs "
                        + megabytes(bytes) + " more; " + megabytes(runs.each())
                        + " are allowed. Pause or delete a run, or make a smaller one.");
            case ALL_FULL, GRANTED ->
                new FullException("The server has no memory left for a run of " + megabytes(bytes)
                        + ". Try again in a minute, or make a smaller one.");
        };
    }

    /**
     * Takes memory for a short time.
     *
     * @param pointer the purpose that would need too much
     * @param purpose the words for what needs the memory, with a capital letter
     * @throws RefusedException if it is more than there is for all work
     * @throws FullException if there is none left at the moment
     */
    public Charge forWork(long bytes, String pointer, String purpose) {
        require(bytes, pointer, purpose);
        return work.take(ANYONE, bytes).orElseThrow(Memory::full);
    }

    /** Refuses a request that would need more than there is for all work. */
    void require(long bytes, String pointer, String purpose) {
        if (bytes > work.total()) {
            throw refused(
                    pointer,
                    purpose + " needs " + megabytes(bytes) + " of memory, and this server has "
                            + megabytes(work.total()) + " for that.");
        }
    }

    /** Takes memory for reading a body, half of what there is for all bodies at most. FullException if there is none left. */
    public Charge forBody(long bytes) {
        return bodies.take(ANYONE, Math.min(bytes, bodies.total() / 2)).orElseThrow(Memory::full);
    }

    private static FullException full() {
        return new FullException("The server is busy with too much at once. Try again in a few seconds.");
    }

    private static RefusedException refused(String pointer, String detail) {
        return new RefusedException(List.of(new Problem(pointer, detail)));
    }

    /** Writes a number of bytes in megabytes, at least 1. */
    static String megabytes(long bytes) {
        return Math.max(1, Math.ceilDiv(bytes, 1L << 20)) + " MB";
    }
}
