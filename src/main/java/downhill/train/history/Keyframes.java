package downhill.train.history;

import downhill.data.Dataset;
import downhill.net.Shape;
import downhill.train.spec.RunSpec;
import downhill.train.step.BatchSchedule;
import downhill.train.step.Keyframe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The steps that a history can go back to at once; all others are replayed from the one before.
 *
 * <p>They lie some steps apart, as close as replaying in good time asks for, and no closer than so that the newest
 * {@link #WINDOW} steps fit into the budget. When there are too many, older ones go: those whose loss makes the smallest
 * gaps in proportion to their age. So the gaps grow with age, and the first step always stays.
 */
public final class Keyframes {
    /** The number of newest steps that are kept within easy reach. */
    static final int WINDOW = 5000;

    /** The number of parameters up to which a network is small: its past is within reach at once. */
    private static final int SMALL = 5000;

    /** Multiply-adds that may lie between two keyframes: a few milliseconds of a small network, a tenth second of a large one. */
    private static final double SMALL_REPLAY = 1e7;

    private static final double LARGE_REPLAY = 1e9;

    /** The memory that all keyframes may take in any case, and their number if they are larger; both within the budget. */
    private static final long ALWAYS = 64L << 20;

    private static final int LARGE = 48;

    /** The number of keyframes that are allowed in any case. */
    static final int LEAST = 3;

    /** The bytes of a keyframe beside its numbers: objects, the headers of arrays, its place in the tree. */
    private static final int OVERHEAD_BYTES = 216;

    /** The share of them that goes at once if there are too many, so that not all are checked for each new one. */
    private static final int PART = 64;

    private final TreeMap<Integer, Keyframe> kept = new TreeMap<>();
    private final long bytes;
    private final int closest;

    private int most;
    /** The number of keyframes older than the window that stay in any case, the first one among them. */
    private int old;

    private int spacing;

    /**
     * None yet.
     *
     * @param bytes what one takes
     * @param most how many there may be
     * @param closest how many steps apart they shall lie at least
     */
    Keyframes(long bytes, int most, int closest) {
        this.bytes = bytes;
        this.closest = closest;
        limit(most);
    }

    /** The keyframes of a run, within a number of bytes. */
    static Keyframes within(long budget, RunSpec spec, Dataset data) {
        long parameters = new Shape(spec.network().layers()).parameters();
        long bytes = bytes(parameters, spec.optimizer().rule().moments().size());
        int batch = BatchSchedule.from0(spec.batch(), data.size()).size();
        double work = StepWork.ofOne(parameters, batch);
        double allowed = parameters <= SMALL ? SMALL_REPLAY : LARGE_REPLAY;
        return new Keyframes(bytes, (int) (Math.min(budget, ALWAYS + LARGE * bytes) / bytes), (int)
                Math.max(1, Math.min(WINDOW, allowed / work)));
    }

    /** Returns the bytes of one keyframe. */
    static long bytes(long parameters, int moments) {
        return OVERHEAD_BYTES + Double.BYTES * parameters * (1 + moments);
    }

    private void limit(int count) {
        most = Math.max(LEAST, count);
        old = Math.clamp(most / 4, 1, 8);
        spacing = Math.max(closest, Math.ceilDiv(WINDOW, Math.max(1, fewest() - old - 2)));
    }

    /** Returns the number that is left after thinning. */
    private int fewest() {
        return most - most / PART;
    }

    /** Keeps only as many as fit into a number of bytes, {@link #LEAST} at least. */
    void trim(long budget) {
        limit((int) Math.min(most, budget / bytes));
        thin();
    }

    /** The memory that they take, in bytes. */
    long bytes() {
        return bytes * kept.size();
    }

    /** Tests whether the step is far enough from the last keyframe. */
    boolean wants(int step) {
        return kept.isEmpty() || step - kept.lastKey() >= spacing;
    }

    void add(Keyframe keyframe) {
        kept.put(keyframe.step(), keyframe);
        thin();
    }

    /** The last one at or before a step. */
    Keyframe before(int step) {
        return kept.floorEntry(step).getValue();
    }

    /** Those at or before a step, sharing them. */
    Keyframes first(int step) {
        var first = new Keyframes(bytes, most, closest);
        first.kept.putAll(kept.headMap(step, true));
        return first;
    }

    /** The parameters at each one's step, up to a step. */
    SortedMap<Integer, double[]> parameters(int step) {
        var parameters = new TreeMap<Integer, double[]>();
        kept.headMap(step, true).forEach((at, keyframe) -> parameters.put(at, keyframe.parameters()));
        return parameters;
    }

    /** The number of keyframes. */
    int count() {
        return kept.size();
    }

    private void thin() {
        if (kept.size() <= most) {
            return;
        }
        while (kept.size() > fewest()) {
            int newest = kept.lastKey();
            int end = newest - WINDOW - spacing;
            int part = Math.min(kept.size() - fewest(), Math.ceilDiv(kept.size(), PART));
            leastMissed(newest, kept.headMap(end).size() > old ? end : newest, part)
                    .forEach(kept::remove);
        }
    }

    /**
     * Some of those before a step, up to a number, the first one aside, whose loss makes the smallest gaps in proportion to their age. No two
     * of them are neighbours, since the loss of one changes the gap that its neighbour would leave.
     */
    private List<Integer> leastMissed(int newest, int end, int count) {
        List<Gap> gaps = new ArrayList<>();
        int before = -1;
        int at = -1;
        for (int after : kept.keySet()) {
            if (before >= 0 && at < end) {
                gaps.add(new Gap(before, at, after, (after - before) / (double) (newest - at + WINDOW)));
            }
            before = at;
            at = after;
        }
        gaps.sort(Comparator.comparingDouble(Gap::size));
        Set<Integer> gone = new HashSet<>();
        for (Gap gap : gaps) {
            if (gone.size() < count && !gone.contains(gap.before) && !gone.contains(gap.after)) {
                gone.add(gap.at);
            }
        }
        return List.copyOf(gone);
    }

    /** The gap that a keyframe would leave between its neighbours, in proportion to its age. */
    private record Gap(int before, int at, int after, double size) {}

    /** The steps of all, ascending. */
    List<Integer> steps() {
        return List.copyOf(kept.keySet());
    }
}
