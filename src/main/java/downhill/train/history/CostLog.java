package downhill.train.history;

import java.util.ArrayList;
import java.util.List;

/** The cost of every step, 8 bytes each, in blocks that are shared by branches. */
public final class CostLog {
    private static final int BLOCK = 512;

    private final List<double[]> blocks;
    private int size;

    CostLog() {
        this(new ArrayList<>(), 0);
    }

    private CostLog(List<double[]> blocks, int size) {
        this.blocks = blocks;
        this.size = size;
    }

    int size() {
        return size;
    }

    double get(int step) {
        java.util.Objects.checkIndex(step, size);
        return blocks.get(step / BLOCK)[step % BLOCK];
    }

    void add(double cost) {
        if (size % BLOCK == 0) {
            blocks.add(new double[BLOCK]);
        }
        size++;
        setLast(cost);
    }

    /** Replaces the newest step's cost. */
    void setLast(double cost) {
        blocks.get((size - 1) / BLOCK)[(size - 1) % BLOCK] = cost;
    }

    /** A log with the first so many costs, sharing all blocks but the last one, into which it will write. */
    CostLog first(int count) {
        int full = count / BLOCK;
        List<double[]> shared = new ArrayList<>(blocks.subList(0, full));
        if (count % BLOCK > 0) {
            shared.add(blocks.get(full).clone());
        }
        return new CostLog(shared, count);
    }
}
