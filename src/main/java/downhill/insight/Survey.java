package downhill.insight;

import downhill.insight.SlicePlane.Spot;
import downhill.math.Shards;
import downhill.math.Watch;
import downhill.train.history.ParameterPath;
import downhill.train.history.ParameterPath.Waypoint;
import downhill.train.spec.BatchSpec.Reduce;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** The making of a {@link Landscape}, coarse to fine. */
public final class Survey {
    /** The limit on the work of a landscape that is answered at once, in multiply-adds. */
    private static final double MOST_WORK = 2e10;

    /** The limit on the work of a landscape that is answered from coarse to fine. */
    private static final double MOST_WORK_IN_PARTS = 2e12;

    /** The cost of one activation of one example, in multiply-adds. */
    private static final int ACTIVATION = 10;

    /** The coarsest landscape has every so manieth point. */
    private static final int COARSEST = 16;

    /** The largest number of points of the path in an answer. */
    private static final int MOST_POINTS = 120;

    /** Multiply-adds that finding the path's principal directions may take. */
    private static final double MOST_PRODUCTS = 2e9;

    /** Around the path stays so much room. */
    private static final double MARGIN = 1.25;

    /**
     * A request for a landscape.
     *
     * @param span alpha and beta go from -span to span; absent for one that suits the directions
     * @param size points along each side, at least 3; with an odd number the step itself is one
     * @param coarser whether fewer points will do where this number would take too long to answer at once
     */
    public record Request(Directions directions, OptionalDouble span, int size, boolean coarser) {
        /** A request for exactly this number of points. */
        public Request(Directions directions, OptionalDouble span, int size) {
            this(directions, span, size, false);
        }
    }

    private final Run run;
    private final Request request;
    private final int size;
    private final Directions.Chosen chosen;
    private final List<Landscape.Step> path;
    private final Landscape.Share share;
    private final double[] ticks;
    private final double[][] costs;
    private final boolean[][] done;
    private final Shards shards;
    private final Watch watch;
    private int cellsDone;

    private Survey(
            Run run, Request request, Directions.Chosen chosen, List<Waypoint> points, Shards shards, Watch watch) {
        this.shards = shards;
        this.run = run;
        this.request = request;
        this.chosen = chosen;
        this.path = seen(points, chosen.plane());
        this.share = share(points, path, run, chosen.plane());
        this.size = request.coarser() ? Math.min(request.size(), affordable(run)) : request.size();
        this.ticks = ticks(request.span().orElseGet(this::standardSpan), size);
        this.costs = new double[size][size];
        this.done = new boolean[size][size];
        this.watch = watch;
    }

    /**
     * A survey at the end of a path; nothing is computed yet but the plane.
     *
     * @param shards who does the parts of the work
     * @param watch asked often, also while parts are done; it may throw to give up
     * @throws RefusedException for directions that there are not
     */
    public static Survey of(ParameterPath path, Request request, Shards shards, Watch watch) {
        Run run = path.destination(watch);
        long parameters = run.network().parameterCount();
        int most = (int) Math.max(12, Math.min(MOST_POINTS, StrictMath.sqrt(MOST_PRODUCTS / parameters)));
        List<Waypoint> points = path.waypoints(run, most, watch);
        return new Survey(run, request, request.directions().plane(run, points), points, shards, watch);
    }

    /** The run, at the step in the middle. */
    public Run run() {
        return run;
    }

    /** The largest alpha and beta that it reaches. */
    public double span() {
        return ticks[size - 1];
    }

    /** The place of other parameters of the same network, such as another run's: the spot of the plane that is nearest to them. */
    public Landscape.Step place(Waypoint other) {
        Spot spot = chosen.plane().project(fromMiddle(other));
        return new Landscape.Step(other.step(), spot.alpha(), spot.beta());
    }

    /** The share of the distance between two places that the plane shows; absent without a distance. */
    public OptionalDouble shown(Waypoint from, Waypoint to) {
        SlicePlane plane = chosen.plane();
        double seen = plane.distance(plane.project(fromMiddle(from)), plane.project(fromMiddle(to)));
        return ratio(seen, SlicePlane.norm(SlicePlane.difference(to.parameters(), from.parameters())));
    }

    private double[] fromMiddle(Waypoint other) {
        return SlicePlane.difference(
                other.parameters(), run.network().parameters().values());
    }

    /** All at once; RefusedException if that would take too long. */
    public Landscape whole() {
        refuseAbove(MOST_WORK);
        return at(1);
    }

    /** One after the other, each with every point of the one before; RefusedException if all would take too long. */
    public void coarseToFine(Consumer<Landscape> landscapes) {
        refuseAbove(MOST_WORK_IN_PARTS);
        for (int stride = COARSEST; stride > 0; stride /= 2) {
            if (stride == 1 || places(stride).length >= 3) {
                landscapes.accept(at(stride));
            }
        }
    }

    /** The multiply-adds of one point. */
    private static double pointWork(Run run) {
        double neurons =
                run.network().layers().stream().skip(1).mapToInt(n -> n).sum();
        long first =
                (long) run.network().layers().get(0) * run.network().layers().get(1);
        double above = run.network().weightCount() - first + ACTIVATION * neurons;
        return above * run.data().size();
    }

    /** The largest odd number of points along each side that can be answered at once, at least 3. */
    static int affordable(Run run) {
        int most = (int) Math.max(3, Math.min(1e4, StrictMath.sqrt(MOST_WORK / pointWork(run))));
        return most - 1 + most % 2;
    }

    private void refuseAbove(double most) {
        double point = pointWork(run);
        if (point * size * size > most) {
            throw new RefusedException(List.of(new Problem(
                    "?size",
                    "For this network and its data, " + Math.max(3, (int) StrictMath.sqrt(most / point))
                            + " points along each side are allowed at most"
                            + (most < MOST_WORK_IN_PARTS ? "; an event stream takes more." : "."))));
        }
    }

    /** The landscape of every so manieth point, counted from the middle. */
    private Landscape at(int stride) {
        int[] places = places(stride);
        List<Slice.Cell> cells = new ArrayList<>();
        for (int i : places) {
            for (int j : places) {
                if (!done[i][j]) {
                    cells.add(new Slice.Cell(i, j, ticks[i], ticks[j]));
                }
            }
        }
        double all = (double) size * size;
        Watch part = watch.between(cellsDone / all, (cellsDone + cells.size()) / all);
        new Slice(run, chosen.plane(), shards).addCosts(cells, costs, part);
        cellsDone += cells.size();
        cells.forEach(cell -> done[cell.i()][cell.j()] = true);
        return landscape(places);
    }

    private Landscape landscape(int[] places) {
        boolean mean = run.batchSpec().reduce() == Reduce.MEAN;
        double[] shown = new double[places.length];
        double[][] reduced = new double[places.length][places.length];
        for (int i = 0; i < places.length; i++) {
            shown[i] = ticks[places[i]];
            for (int j = 0; j < places.length; j++) {
                double cost = costs[places[i]][places[j]];
                reduced[i][j] = mean ? cost / run.data().size() : cost;
            }
        }
        return new Landscape(shown, shown.clone(), reduced, request.directions(), chosen.explained(), path, share);
    }

    private int[] places(int stride) {
        int middle = (size - 1) / 2;
        int first = middle % stride;
        int[] places = new int[(size - 1 - first) / stride + 1];
        for (int i = 0; i < places.length; i++) {
            places[i] = first + i * stride;
        }
        return places;
    }

    private static double[] ticks(double span, int size) {
        double[] ticks = new double[size];
        for (int i = 0; i < size; i++) {
            ticks[i] = span * (2 * i - (size - 1)) / (size - 1);
        }
        return ticks;
    }

    /** Wide enough for the path on its own plane, or for single weights, which move by a few; 1 for random directions. */
    private double standardSpan() {
        double reach = 0;
        for (Landscape.Step step : path) {
            reach = Math.max(reach, Math.max(Math.abs(step.alpha()), Math.abs(step.beta())));
        }
        return switch (request.directions()) {
            case Directions.Random r -> 1;
            case Directions.Weights w -> Math.max(2, MARGIN * reach);
            case Directions.Path p -> MARGIN * reach;
        };
    }

    private static List<Landscape.Step> seen(List<Waypoint> points, SlicePlane plane) {
        double[] end = points.getLast().parameters();
        List<Landscape.Step> path = new ArrayList<>(points.size());
        for (Waypoint point : points) {
            Spot spot = plane.project(SlicePlane.difference(point.parameters(), end));
            path.add(new Landscape.Step(point.step(), spot.alpha(), spot.beta()));
        }
        return path;
    }

    private static Landscape.Share share(List<Waypoint> points, List<Landscape.Step> path, Run run, SlicePlane plane) {
        double whole = 0;
        double shown = 0;
        for (int i = 1; i < points.size(); i++) {
            whole += SlicePlane.norm(SlicePlane.difference(
                    points.get(i).parameters(), points.get(i - 1).parameters()));
            shown += plane.distance(spot(path.get(i)), spot(path.get(i - 1)));
        }
        double[] gradient = run.gradient().values();
        double seen = plane.distance(plane.project(gradient), new Spot(0, 0));
        return new Landscape.Share(ratio(shown, whole), ratio(seen, SlicePlane.norm(gradient)));
    }

    private static Spot spot(Landscape.Step step) {
        return new Spot(step.alpha(), step.beta());
    }

    /** Lengths of immense steps may lie beyond all numbers: then nobody knows. */
    private static OptionalDouble ratio(double part, double whole) {
        return whole > 0 && Double.isFinite(whole) && Double.isFinite(part)
                ? OptionalDouble.of(Math.min(1, part / whole))
                : OptionalDouble.empty();
    }
}
