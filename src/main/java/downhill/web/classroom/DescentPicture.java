package downhill.web.classroom;

import downhill.classroom.Descent;
import downhill.classroom.Trace.Cost;
import downhill.classroom.Trace.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * A class as one descent: each learner's walker on one map, and each learner's curve on one chart.
 *
 * @param ground nothing where the walkers have no map together
 * @param walkers in the order of the learners' numbers
 * @param beyond the walkers that are drawn at the edge, because they went farther
 * @param curves as SVG paths
 * @param ends the newest place of each curve
 */
public record DescentPicture(
        Optional<Ground> ground,
        List<Walker> walkers,
        long beyond,
        List<String> curves,
        List<Dot> ends,
        List<ChartAxis.Tick> across,
        List<ChartAxis.Tick> upwards) {
    /** The width of the map. */
    public static final int WIDTH = 1000;

    /** The size of the chart. */
    public static final int CHART = 640;

    public static final int CHART_HEIGHT = 480;

    /** The places of the chart's axes. */
    public static final int LEFT = 80;

    public static final int BASE = 430;

    private static final int MARGIN = 16;

    /** More walkers than these are drawn small. */
    private static final int MANY = 60;

    /** A place in the map's or in the chart's units. */
    public record Dot(double x, double y) {}

    /**
     * A learner's walker.
     *
     * @param trail its way as an SVG path; empty where it has not moved
     */
    public record Walker(int learner, Dot at, String trail) {}

    static DescentPicture of(List<Descent> descents, Optional<Ground> ground) {
        List<Walker> walkers = ground.stream()
                .flatMap(shown ->
                        descents.stream().filter(one -> !one.path().isEmpty()).map(one -> walker(one, shown)))
                .toList();
        long beyond = ground.stream()
                .flatMap(shown -> descents.stream()
                        .filter(one ->
                                !one.path().isEmpty() && !shown.has(one.path().getLast())))
                .count();
        List<Descent> drawn =
                descents.stream().filter(one -> !one.costs().isEmpty()).toList();
        if (drawn.isEmpty()) {
            return new DescentPicture(ground, walkers, beyond, List.of(), List.of(), List.of(), List.of());
        }
        int last = drawn.stream().mapToInt(Descent::step).max().orElse(0);
        var across = new ChartAxis(0, Math.max(1, last), LEFT, CHART - MARGIN, false);
        ChartAxis upwards = ChartAxis.ofCurves(
                drawn.stream()
                        .flatMap(one -> one.costs().stream().map(Cost::cost))
                        .toList(),
                drawn.stream()
                        .mapToDouble(one -> one.costs().getFirst().cost())
                        .max()
                        .orElseThrow(),
                BASE,
                MARGIN);
        return new DescentPicture(
                ground,
                walkers,
                beyond,
                drawn.stream().map(one -> curve(one, across, upwards)).toList(),
                drawn.stream()
                        .map(one -> one.costs().getLast())
                        .map(end -> new Dot(across.place(end.step()), upwards.place(end.cost())))
                        .toList(),
                across.ticks(6),
                upwards.ticks(6));
    }

    private static Walker walker(Descent descent, Ground ground) {
        List<Dot> dots = new ArrayList<>();
        for (Spot spot : descent.path()) {
            Dot dot = ground.place(spot);
            if (dots.isEmpty() || !dots.getLast().equals(dot)) {
                dots.add(dot);
            }
        }
        var trail = new StringJoiner("L", "M", "");
        dots.forEach(dot -> trail.add(Math.round(dot.x()) + " " + Math.round(dot.y())));
        return new Walker(descent.learner().number(), dots.getLast(), dots.size() < 2 ? "" : trail.toString());
    }

    private static String curve(Descent descent, ChartAxis across, ChartAxis upwards) {
        var path = new StringJoiner("L", "M", "");
        descent.costs().forEach(one -> path.add(across.place(one.step()) + " " + upwards.place(one.cost())));
        return path.toString();
    }

    /** The radius of a walker on the map. */
    public int radius() {
        return walkers.size() > MANY ? 9 : 14;
    }
}
