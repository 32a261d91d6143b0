package downhill.train.history;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The costs of a run's steps: each of the first {@link #EVERY} steps, in blocks that are shared by branches; of the steps after
 * them the newest, and the lowest and the highest of each stretch. So a run of any length takes about 1.2 MB at most.
 */
final class CostLog {
    /** The number of first steps whose costs are all kept. */
    static final int EVERY = 1 << 17;

    private static final int BLOCK = 512;

    private final List<double[]> blocks;
    private final CostExtremes later;
    private int size;

    /** The newest step's cost, which can still change. */
    private double newest;

    /** True while the newest step is one of the later ones and has not been taken in among them yet. */
    private boolean waits;

    CostLog() {
        this(new ArrayList<>(), new CostExtremes(EVERY), 0);
    }

    private CostLog(List<double[]> blocks, CostExtremes later, int size) {
        this.blocks = blocks;
        this.later = later;
        this.size = size;
    }

    /** Returns the number of steps that were added; not all are kept. */
    int size() {
        return size;
    }

    /** A first step's cost, or the newest one's. IndexOutOfBoundsException for a later one, and if there is no such step. */
    double get(int step) {
        Objects.checkIndex(step, size);
        if (step == size - 1) {
            return newest;
        }
        Objects.checkIndex(step, EVERY);
        return blocks.get(step / BLOCK)[step % BLOCK];
    }

    void add(double cost) {
        if (waits) {
            later.add(size - 1, newest);
        }
        if (size < EVERY && size % BLOCK == 0) {
            blocks.add(new double[BLOCK]);
        }
        size++;
        waits = size > EVERY;
        setLast(cost);
    }

    /** Replaces the newest step's cost. */
    void setLast(double cost) {
        newest = cost;
        int step = size - 1;
        if (step < EVERY) {
            blocks.get(step / BLOCK)[step % BLOCK] = cost;
        }
    }

    /** The kept ones between two steps, both included. */
    CostSeries between(int from, int to) {
        var kept = new Kept();
        for (int step = Math.max(0, from); step <= Math.min(to, Math.min(size, EVERY) - 1); step++) {
            kept.add(step, blocks.get(step / BLOCK)[step % BLOCK]);
        }
        later.forEach(from, to, kept::add);
        if (waits && from < size && size <= to + 1L) {
            kept.add(size - 1, newest);
        }
        return kept.series();
    }

    /** The step from which on costs must be added again to a log of the {@link #first} steps. */
    int restart(int count) {
        return count <= EVERY ? count : later.startOf(count);
    }

    /** A log of the first steps until a {@link #restart}, sharing all blocks but the last one, into which it will write. */
    CostLog first(int restart) {
        int count = Math.min(restart, EVERY);
        int full = count / BLOCK;
        List<double[]> shared = new ArrayList<>(blocks.subList(0, full));
        if (count % BLOCK > 0) {
            shared.add(blocks.get(full).clone());
        }
        return new CostLog(shared, restart > EVERY ? later.before(restart) : new CostExtremes(EVERY), restart);
    }

    /** The memory that it takes, in bytes. */
    long bytes() {
        return (long) Double.BYTES * BLOCK * blocks.size() + later.bytes();
    }

    /** The bytes that {@link #write} needs. */
    int writtenBytes() {
        return Integer.BYTES + Double.BYTES * (Math.min(size, EVERY) + 1) + 1 + later.writtenBytes();
    }

    void write(ByteBuffer to) {
        to.putInt(size);
        for (int step = 0; step < Math.min(size, EVERY); step++) {
            to.putDouble(blocks.get(step / BLOCK)[step % BLOCK]);
        }
        to.putDouble(newest).put((byte) (waits ? 1 : 0));
        later.write(to);
    }

    /** Reads what was written. */
    static CostLog read(ByteBuffer from) {
        int size = from.getInt();
        List<double[]> blocks = new ArrayList<>();
        for (int step = 0; step < Math.min(size, EVERY); step++) {
            if (step % BLOCK == 0) {
                blocks.add(new double[BLOCK]);
            }
            blocks.getLast()[step % BLOCK] = from.getDouble();
        }
        double newest = from.getDouble();
        boolean waits = from.get() == 1;
        var log = new CostLog(blocks, CostExtremes.read(EVERY, from), size);
        log.newest = newest;
        log.waits = waits;
        return log;
    }

    /** Costs as they are collected. */
    private static final class Kept {
        private int[] steps = new int[BLOCK];
        private double[] costs = new double[BLOCK];
        private int size;

        void add(int step, double cost) {
            if (size == steps.length) {
                steps = Arrays.copyOf(steps, 2 * size);
                costs = Arrays.copyOf(costs, 2 * size);
            }
            steps[size] = step;
            costs[size++] = cost;
        }

        CostSeries series() {
            return new CostSeries(Arrays.copyOf(steps, size), Arrays.copyOf(costs, size));
        }
    }
}
