package downhill.train.history;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The lowest and the highest cost of each stretch of steps, and where they are. All stretches are equally long; when there are too
 * many, each takes in its neighbour, so that any number of steps fits into the same memory and no extreme is lost.
 */
final class CostExtremes {
    /** The largest number of stretches; once it was reached, at least half as many stay. */
    static final int MOST = 8192;

    private static final int BYTES_EACH = 2 * (Integer.BYTES + Double.BYTES);

    /** Visits a step and its cost. */
    interface Visitor {
        void visit(int step, double cost);
    }

    private final int start;

    private int[] lowestAt;
    private double[] lowest;
    private int[] highestAt;
    private double[] highest;
    private int count;
    private int width = 2;

    /** None yet; the first stretch begins at a step. */
    CostExtremes(int start) {
        this(start, 16);
    }

    private CostExtremes(int start, int room) {
        this.start = start;
        lowestAt = new int[room];
        lowest = new double[room];
        highestAt = new int[room];
        highest = new double[room];
    }

    /** Takes in a step's cost; steps come in order, none left out. */
    void add(int step, double cost) {
        if ((step - start) / width == MOST) {
            join();
        }
        int i = (step - start) / width;
        if (i == count) {
            makeRoom();
            count++;
            set(i, step, cost, step, cost);
        } else {
            set(
                    i,
                    cost < lowest[i] ? step : lowestAt[i],
                    Math.min(cost, lowest[i]),
                    cost > highest[i] ? step : highestAt[i],
                    Math.max(cost, highest[i]));
        }
    }

    private void makeRoom() {
        if (count == lowest.length) {
            int room = 2 * count;
            lowestAt = Arrays.copyOf(lowestAt, room);
            lowest = Arrays.copyOf(lowest, room);
            highestAt = Arrays.copyOf(highestAt, room);
            highest = Arrays.copyOf(highest, room);
        }
    }

    private void join() {
        for (int i = 0; i < count; i += 2) {
            int low = lowest[i + 1] < lowest[i] ? i + 1 : i;
            int high = highest[i + 1] > highest[i] ? i + 1 : i;
            set(i / 2, lowestAt[low], lowest[low], highestAt[high], highest[high]);
        }
        count /= 2;
        width *= 2;
    }

    private void set(int i, int lowAt, double low, int highAt, double high) {
        lowestAt[i] = lowAt;
        lowest[i] = low;
        highestAt[i] = highAt;
        highest[i] = high;
    }

    /** The first step of the stretch that has a step. */
    int startOf(int step) {
        return step - (step - start) % width;
    }

    /** Those of the whole stretches before a step. */
    CostExtremes before(int step) {
        int whole = (step - start) / width;
        var first = new CostExtremes(start, Math.max(16, whole));
        System.arraycopy(lowestAt, 0, first.lowestAt, 0, whole);
        System.arraycopy(lowest, 0, first.lowest, 0, whole);
        System.arraycopy(highestAt, 0, first.highestAt, 0, whole);
        System.arraycopy(highest, 0, first.highest, 0, whole);
        first.count = whole;
        first.width = width;
        return first;
    }

    /** Tells the extremes between two steps, both included, in order, each step once. */
    void forEach(int from, int to, Visitor each) {
        for (int i = Math.max(0, (from - start) / width); i < count && start + (long) i * width <= to; i++) {
            boolean rises = lowestAt[i] < highestAt[i];
            tell(rises, i, from, to, each);
            if (lowestAt[i] != highestAt[i]) {
                tell(!rises, i, from, to, each);
            }
        }
    }

    private void tell(boolean low, int i, int from, int to, Visitor each) {
        int step = low ? lowestAt[i] : highestAt[i];
        if (step >= from && step <= to) {
            each.visit(step, low ? lowest[i] : highest[i]);
        }
    }

    /** The memory that they take, in bytes. */
    long bytes() {
        return (long) BYTES_EACH * lowest.length;
    }

    /** The bytes that {@link #write} needs. */
    int writtenBytes() {
        return 2 * Integer.BYTES + BYTES_EACH * count;
    }

    void write(ByteBuffer to) {
        to.putInt(count).putInt(width);
        for (int i = 0; i < count; i++) {
            to.putInt(lowestAt[i]).putDouble(lowest[i]).putInt(highestAt[i]).putDouble(highest[i]);
        }
    }

    /** Reads what was written of stretches that begin at a step. */
    static CostExtremes read(int start, ByteBuffer from) {
        int count = from.getInt();
        var extremes = new CostExtremes(start, Math.max(16, count));
        extremes.width = from.getInt();
        extremes.count = count;
        for (int i = 0; i < count; i++) {
            extremes.set(i, from.getInt(), from.getDouble(), from.getInt(), from.getDouble());
        }
        return extremes;
    }
}
