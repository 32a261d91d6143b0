package downhill.web.lesson;

import downhill.classroom.Trace.Spot;
import downhill.insight.Directions;
import downhill.insight.Landscape;
import downhill.insight.Survey;
import downhill.math.Shards;
import downhill.math.Watch;
import downhill.train.history.ParameterPath;
import downhill.train.history.ParameterPath.Waypoint;
import downhill.train.step.Run;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The map on which a class sees all runs of a scene: a slice of the cost of the lesson's own run. Its plane never changes, so that each server finds the same
 * places; only the part of it that is shown grows with the walkers.
 */
public final class SceneMap {
    private static final int SIZE = 41;

    /** The shown part grows by this factor at a time, so that few parts are ever computed. */
    private static final double GROWTH = 1.5;

    /** The most times it grows: walkers beyond are drawn at the edge. */
    private static final int MOST_GROWTH = 8;

    private final ParameterPath path;
    private final Directions directions;
    private final Shards shards;
    private final Survey survey;
    private final Map<Integer, Landscape> parts = new ConcurrentHashMap<>();

    /**
     * A map around the end of a path.
     *
     * @param span the reach of the smallest part; absent for one that suits the path
     */
    SceneMap(ParameterPath path, Directions directions, OptionalDouble span, Shards shards, Watch watch) {
        this.path = path;
        this.directions = directions;
        this.shards = shards;
        this.survey = Survey.of(path, new Survey.Request(directions, span, SIZE, true), shards, watch);
    }

    /**
     * A run's path on the map.
     *
     * @param shown the share of the distance between its ends that the map shows
     */
    record Seen(List<Spot> path, OptionalDouble shown) {}

    /** The path of a run on the map; none if its network has another shape. */
    Seen place(Run run, List<Waypoint> waypoints) {
        if (!run.network().layers().equals(survey.run().network().layers())) {
            return new Seen(List.of(), OptionalDouble.empty());
        }
        List<Spot> path = waypoints.stream()
                .map(survey::place)
                .map(step -> new Spot(step.alpha(), step.beta()))
                .toList();
        return new Seen(path, survey.shown(waypoints.getFirst(), waypoints.getLast()));
    }

    /** The part of the map that has all these places. */
    public Landscape part(List<Spot> places) {
        double reach = places.stream()
                .mapToDouble(place -> Math.max(Math.abs(place.x()), Math.abs(place.y())))
                .max()
                .orElse(0);
        int growth = 0;
        while (growth < MOST_GROWTH && span(growth) < reach) {
            growth++;
        }
        return parts.computeIfAbsent(growth, this::part);
    }

    private double span(int growth) {
        return survey.span() * StrictMath.pow(GROWTH, growth);
    }

    private Landscape part(int growth) {
        var request = new Survey.Request(directions, OptionalDouble.of(span(growth)), SIZE, true);
        return Survey.of(path, request, shards, () -> {}).whole();
    }
}
