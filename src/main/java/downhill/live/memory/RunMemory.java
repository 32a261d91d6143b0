package downhill.live.memory;

import downhill.live.work.BusyException;
import downhill.train.history.Footprint;
import downhill.train.history.History;
import downhill.train.step.Run;

/**
 * The memory of one run: charged before it is made, and again as its past grows. Guarded by the run's lock, but for what is taken
 * for work.
 */
public final class RunMemory implements AutoCloseable {
    /** A number of an answer, as a part of its JSON tree and as text, for a while twice. */
    private static final long BYTES_A_NUMBER = 80;

    private static final String LOOKING = "Looking at a step of this network";

    private final Memory memory;
    private final Charge charge;
    private final History history;
    private volatile Footprint footprint;

    /**
     * The memory of a run that has been made.
     *
     * @param charge what was taken for it
     */
    public RunMemory(Memory memory, Charge charge, Footprint footprint, History history) {
        this.memory = memory;
        this.charge = charge;
        this.footprint = footprint;
        this.history = history;
    }

    /** Charges what the history takes by now; if there is no room for it, keyframes give way. False if even that is not enough. */
    public boolean settle() {
        long before = Long.MAX_VALUE;
        while (!charge.resize(bytes())) {
            if (history.bytes() >= before) {
                return false;
            }
            before = history.bytes();
            history.shrink();
        }
        return true;
    }

    /** Returns the bytes that the run has taken. */
    public long taken() {
        return charge.bytes();
    }

    /** Returns the memory that a run of this kind takes. */
    public Footprint footprint() {
        return footprint;
    }

    private long bytes() {
        return footprint.resident() + Math.max(0, history.bytes() - footprint.counted());
    }

    /** Refuses to go on while there is no room for what the history takes. */
    public void requireRoom() {
        if (!settle()) {
            throw new BusyException(
                    "There is no memory for more of this run’s past, of which every step can be shown again."
                            + " Delete a run that you need no more, or branch from an early step.");
        }
    }

    /** Makes room for batches of another size. */
    public void requireBatch(int size) {
        Run run = history.newest();
        Footprint changed =
                footprint.withBatch(run.spec(), run.data().size() + run.data().testSize(), size);
        long more = changed.resident() - footprint.resident();
        if (!charge.resize(bytes() + more)) {
            throw new BusyException("There is no memory for batches of this size. Choose smaller ones.");
        }
        footprint = changed;
    }

    /** Takes what is needed to write a number of numbers as JSON, beside those of an export of the run if that is one. */
    public Charge write(long numbers, boolean isExport) {
        long all = numbers + (isExport ? footprint.parameters() + footprint.data() : 0);
        return memory.forWork(BYTES_A_NUMBER * all, "", "Writing so many numbers");
    }

    /** Takes what is needed to look at a step, besides the run as it is. */
    public Charge look() {
        return look(0);
    }

    /** {@link #look()}, and to write some numbers that are made of it. */
    public Charge look(long numbers) {
        return memory.forWork(footprint.look() + BYTES_A_NUMBER * numbers, "", LOOKING);
    }

    /** Refuses a replay of the past for which there is never enough memory. */
    public void requireLook() {
        memory.require(footprint.look(), "", LOOKING);
    }

    /** Takes what is needed to survey the costs around a step. */
    public Charge survey() {
        return memory.forWork(footprint.survey(), "", "The landscape of this network");
    }

    /** Takes what is needed to write a frame: every number or not, with an evaluation or not, of an earlier step or of the newest. */
    public Charge frame(boolean full, boolean evaluated, boolean isPast) {
        return memory.forWork(
                (full ? footprint.written() : 0) + (isPast ? footprint.look() : evaluated ? footprint.evaluated() : 0),
                full ? "?detail" : "",
                full ? "Writing every number of this network" : "A frame of this network");
    }

    /** Takes what is needed to keep a frame for those who watch. */
    public Charge stream(boolean full) {
        return memory.forWork(full ? footprint.written() / 2 : 0, "?detail", "Sending every number of this network");
    }

    @Override
    public void close() {
        charge.close();
    }
}
