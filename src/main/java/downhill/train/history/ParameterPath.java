package downhill.train.history;

import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * The path of a run's parameters from the start to a step, in points evenly apart. Independent of the history it
 * comes from.
 */
public final class ParameterPath {
    /** The parameters at a step; shared, never to be changed. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Waypoint(int step, double[] parameters) {}

    /** Multiply-adds that rebuilding the whole path may take, a second or two; beyond, the keyframes must do. */
    private static final double MOST_WORK = 2e10;

    /** The cost of a step here beside that which {@link StepWork} counts, in multiply-adds. */
    private static final double OVERHEAD = 6000;

    /** The most numbers that are copied when the path is rebuilt. */
    private static final int MOST_NUMBERS = 8_000_000;

    private final StepRebuild start;
    private final StepRebuild end;
    private final SortedMap<Integer, double[]> landmarks;

    ParameterPath(StepRebuild start, StepRebuild end, SortedMap<Integer, double[]> landmarks) {
        this.start = start;
        this.end = end;
        this.landmarks = landmarks;
    }

    /**
     * The run at the last step.
     *
     * @param checkpoint asked between steps; it may throw to give up
     */
    public Run destination(Runnable checkpoint) {
        return end.run(reached -> checkpoint.run());
    }

    /**
     * Points of the path in order, the first and the last step among them: evenly spaced if the path can be rebuilt in good
     * time, else those that need no walking.
     *
     * @param most how many at most, at least 2
     */
    public List<Waypoint> waypoints(Run destination, int most, Runnable checkpoint) {
        return waypoints(destination, most, MOST_WORK, checkpoint);
    }

    /** {@link #waypoints(Run, int, Runnable)}, with a limit on the multiply-adds for rebuilding the path. */
    public List<Waypoint> waypoints(Run destination, int most, double mostWork, Runnable checkpoint) {
        int steps = destination.step();
        long parameters = destination.network().parameterCount();
        double work = steps * (OVERHEAD + StepWork.ofOne(parameters, destination.batch().length));
        int affordable = (int) Math.max(2, Math.min(most, MOST_NUMBERS / parameters));
        return work <= mostWork
                ? computed(destination, Math.min(affordable, steps + 1), checkpoint)
                : remembered(destination, most);
    }

    private List<Waypoint> computed(Run destination, int count, Runnable checkpoint) {
        int steps = destination.step();
        List<Waypoint> points = new ArrayList<>(count);
        Run run = start.run(reached -> checkpoint.run());
        for (int i = 0; i < count - 1; i++) {
            int step = (int) ((long) i * steps / (count - 1));
            while (run.step() < step) {
                checkpoint.run();
                run.advance();
            }
            points.add(waypoint(run));
        }
        points.add(waypoint(destination));
        return points;
    }

    private List<Waypoint> remembered(Run destination, int most) {
        List<Waypoint> all = new ArrayList<>();
        landmarks.headMap(destination.step()).forEach((step, parameters) -> all.add(new Waypoint(step, parameters)));
        int count = Math.min(most - 1, all.size());
        List<Waypoint> points = new ArrayList<>(count + 1);
        for (int i = 0; i < count; i++) {
            points.add(all.get((int) ((long) i * all.size() / count)));
        }
        points.add(waypoint(destination));
        return points;
    }

    private static Waypoint waypoint(Run run) {
        return new Waypoint(run.step(), run.network().parameters().values().clone());
    }
}
