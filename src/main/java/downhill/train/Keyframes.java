package downhill.train;

import downhill.data.Dataset;
import downhill.math.Kernels;
import downhill.net.Shape;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The steps that a history can go back to at once; all others are replayed from the one before.
 *
 * <p>They lie {@link #spacing} steps apart among the newest {@link #WINDOW} steps. When they take more than the budget, old
 * ones go first: the one whose loss makes the smallest gap in proportion to its age. So the gaps grow with age, and the
 * first step always stays. If the window alone is too much for the budget, the spacing doubles.
 */
final class Keyframes {
    /** The newest so many steps are kept within easy reach as long as the budget allows. */
    static final int WINDOW = 5000;

    /** A network of up to so many parameters is small: its past is within reach at once. */
    private static final int SMALL = 5000;

    /** Multiply-adds that may lie between two keyframes: some 10 ms for a small network, half a second for a large one. */
    private static final double SMALL_REPLAY = 1e7;

    private static final double LARGE_REPLAY = 1e10;

    /** What a step costs beside its products, in multiply-adds. */
    private static final double OVERHEAD = 2000;

    /** So many older ones stay at least before the window is thinned. */
    private static final int OLD = 8;

    private final TreeMap<Integer, Keyframe> kept = new TreeMap<>();
    private final int most;
    private int spacing;

    /**
     * None yet.
     *
     * @param most how many fit into the budget
     * @param spacing how many steps apart they shall lie at least
     */
    Keyframes(int most, int spacing) {
        this.most = Math.max(most, 2 * OLD);
        this.spacing = spacing;
    }

    /** Those of a run whose keyframes may take so many bytes. */
    static Keyframes within(long budget, RunSpec spec, Dataset data) {
        long parameters = new Shape(spec.network().layers()).parameters();
        long bytes = 8 * parameters * (1 + spec.optimizer().rule().moments());
        int batch = BatchSchedule.from0(spec.batch(), data.size()).size();
        double work = OVERHEAD + 6.0 * parameters * Kernels.width(batch);
        double allowed = parameters <= SMALL ? SMALL_REPLAY : LARGE_REPLAY;
        return new Keyframes(
                (int) Math.min(1 << 20, budget / bytes), (int) Math.max(1, Math.min(WINDOW, allowed / work)));
    }

    /** Whether the step is far enough from the last one. */
    boolean wants(int step) {
        return kept.isEmpty() || step - kept.lastKey() >= spacing;
    }

    void add(Keyframe keyframe) {
        kept.put(keyframe.step(), keyframe);
        if (kept.size() > most) {
            thin(keyframe.step());
        }
    }

    /** The last one at or before a step. */
    Keyframe before(int step) {
        return kept.floorEntry(step).getValue();
    }

    /** Those at or before a step, sharing them. */
    Keyframes first(int step) {
        var first = new Keyframes(most, spacing);
        first.kept.putAll(kept.headMap(step, true));
        return first;
    }

    /** The parameters at each one's step, up to a step. */
    SortedMap<Integer, double[]> parameters(int step) {
        var parameters = new TreeMap<Integer, double[]>();
        kept.headMap(step, true).forEach((at, keyframe) -> parameters.put(at, keyframe.parameters()));
        return parameters;
    }

    /** How many there are. */
    int count() {
        return kept.size();
    }

    private void thin(int newest) {
        if (kept.headMap(newest - WINDOW).size() < OLD) {
            spacing *= 2;
            removeCloserThanSpacing();
        } else {
            removeOld(newest);
        }
    }

    private void removeCloserThanSpacing() {
        int last = kept.firstKey();
        for (int step : List.copyOf(kept.keySet())) {
            if (step > last && step - last < spacing) {
                kept.remove(step);
            } else {
                last = step;
            }
        }
    }

    /** Removes the one before the window whose loss makes the smallest gap in proportion to its age. */
    private void removeOld(int newest) {
        int least = -1;
        double smallest = Double.POSITIVE_INFINITY;
        int before = -1;
        int at = -1;
        for (int after : kept.keySet()) {
            if (before >= 0 && newest - at >= WINDOW) {
                double gap = (after - before) / (double) (newest - at);
                if (gap < smallest) {
                    smallest = gap;
                    least = at;
                }
            }
            before = at;
            at = after;
        }
        kept.remove(least);
    }

    /** The steps of all, ascending. */
    List<Integer> steps() {
        return List.copyOf(kept.keySet());
    }
}
