package downhill.insight.description.hill;

import downhill.insight.Directions;
import downhill.insight.Landscape;
import downhill.insight.description.Description;
import downhill.insight.description.Description.Table;
import downhill.insight.description.SpokenNumbers;
import downhill.insight.explanation.Names;
import downhill.net.Parameter.Weight;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Describes a slice of a network's landscape: the plane, the heights, and the share of the truth that it shows. */
public final class SliceDescription {
    private static final int SIDE = 7;
    private static final int MOST_POINTS = 9;

    private final Run run;
    private final Landscape slice;
    private final List<SliceAxis> axes;

    private SliceDescription(Run run, Landscape slice) {
        this.run = run;
        this.slice = slice;
        this.axes = axes(run, slice);
    }

    /** Describes the landscape at a run's newest step. */
    public static Description of(Run run, Landscape slice) {
        return new SliceDescription(run, slice).description();
    }

    private static List<SliceAxis> axes(Run run, Landscape slice) {
        return switch (slice.directions()) {
            case Directions.Weights(var first, var second) ->
                List.of(axis(run, first, slice.alphas()), axis(run, second, slice.betas()));
            case Directions.Random r -> mixtures("random direction", slice);
            case Directions.Path p -> mixtures("direction of the path", slice);
        };
    }

    private static SliceAxis axis(Run run, Weight at, double[] ticks) {
        String name = "the weight " + new Names(run).weight(at);
        return new SliceAxis(name, run.network().weight(at.l(), at.j(), at.k()), ticks);
    }

    private static List<SliceAxis> mixtures(String name, Landscape slice) {
        return List.of(
                new SliceAxis("the first " + name, 0, slice.alphas()),
                new SliceAxis("the second " + name, 0, slice.betas()));
    }

    private Description description() {
        List<String> sentences = new ArrayList<>();
        List<SliceSpot> spots = SliceSpot.ascending(slice);
        if (!spots.isEmpty()) {
            sentences.add("At step " + run.step() + here() + " the slice around it goes from "
                    + SpokenNumbers.of(spots.getFirst().cost()) + " to "
                    + SpokenNumbers.of(spots.getLast().cost()) + ".");
            sentences.add(spot("Lowest", spots.getFirst()) + " " + spot("Highest", spots.getLast()));
        }
        sentences.add(cut());
        IntStream.range(0, 2).mapToObj(this::range).forEach(sentences::add);
        shares().ifPresent(sentences::add);
        path().ifPresent(sentences::add);
        beyond().ifPresent(sentences::add);
        List<Table> tables = new ArrayList<>(List.of(costs()));
        if (slice.path().size() > 1) {
            tables.add(pathTable());
        }
        return new Description("slice", sentences, tables);
    }

    /** The cost at the step, where the slice has a spot for it. */
    private String here() {
        int i = SliceSpot.middle(slice.alphas());
        int j = SliceSpot.middle(slice.betas());
        return i < 0 || j < 0
                ? ""
                : " the cost over the training examples is " + SpokenNumbers.of(slice.costs()[i][j]) + ";";
    }

    private String spot(String what, SliceSpot spot) {
        if (spot.alpha() == 0 && spot.beta() == 0) {
            return what + " it is where the network stands.";
        }
        List<String> directions = Stream.of(
                        direction(spot.alpha(), "to the right", "to the left"), direction(spot.beta(), "up", "down"))
                .flatMap(Optional::stream)
                .toList();
        return what + " it is, " + SpokenNumbers.of(spot.cost()) + ", " + String.join(" and ", directions)
                + " from the network" + (spot.isAtEdge(slice) ? ", at the edge of the slice." : ".");
    }

    private static Optional<String> direction(double by, String more, String less) {
        return by == 0 ? Optional.empty() : Optional.of(SpokenNumbers.of(Math.abs(by)) + " " + (by > 0 ? more : less));
    }

    private String cut() {
        long all = run.network().parameterCount();
        return switch (slice.directions()) {
            case Directions.Weights w ->
                "The slice is cut along two of the weights; "
                        + (all == 3
                                ? "the other parameter is held still."
                                : "the " + (all - 2) + " other weights and biases are held still.");
            case Directions.Random r ->
                "The slice is cut along two random directions, each of them a mixture of all " + all
                        + " weights and biases.";
            case Directions.Path p ->
                "The slice is cut along the two directions in which training moved most, each a mixture of all " + all
                        + " weights and biases; they explain "
                        + DoubleStream.of(slice.explained())
                                .mapToObj(SpokenNumbers::percent)
                                .collect(Collectors.joining(" and "))
                        + " of how its way spreads.";
        };
    }

    private String range(int axis) {
        SliceAxis along = axes.get(axis);
        String now = slice.directions() instanceof Directions.Weights
                ? "; now it is " + SpokenNumbers.of(along.base())
                : "; the network stands at 0";
        return (axis == 0 ? "From left to right goes " : "From bottom to top goes ") + along.name() + ", from "
                + SpokenNumbers.of(along.low()) + " to " + SpokenNumbers.of(along.high()) + now + ".";
    }

    private Optional<String> shares() {
        List<String> parts = new ArrayList<>();
        slice.share().gradient().ifPresent(share -> parts.add(SpokenNumbers.percent(share) + " of the gradient"));
        slice.share()
                .path()
                .ifPresent(share -> parts.add(SpokenNumbers.percent(share) + " of the way that training took"));
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of("In this plane " + (parts.size() > 1 ? "lie " : "lies ") + String.join(" and ", parts)
                        + (slice.directions() instanceof Directions.Path
                                        && slice.share().path().isPresent()
                                ? ": its length, in which every zigzag counts, while how it spreads leaves them out."
                                : "."));
    }

    private Optional<String> path() {
        if (slice.path().size() < 2) {
            return Optional.empty();
        }
        Landscape.Step first = slice.path().getFirst();
        List<String> directions = Stream.of(
                        direction(-first.alpha(), "to the right", "to the left"),
                        direction(-first.beta(), "up", "down"))
                .flatMap(Optional::stream)
                .toList();
        return Optional.of("Seen in this plane, training has come "
                + (directions.isEmpty() ? "back to where it was" : String.join(" and ", directions)) + " since step "
                + first.step()
                + ".");
    }

    private Optional<String> beyond() {
        long all = (long) slice.alphas().length * slice.betas().length;
        long beyond = all - SliceSpot.ascending(slice).size();
        return beyond == 0
                ? Optional.empty()
                : Optional.of(
                        "At " + beyond + " of the " + all + " places that were tried the cost is beyond all numbers.");
    }

    /** Some costs of the slice, evenly apart, the highest row first, as the map shows them. */
    private Table costs() {
        int[] columns = thinned(slice.alphas().length, SIDE);
        int[] rows = thinned(slice.betas().length, SIDE);
        List<String> heads = new ArrayList<>(List.of("upward \\ to the right"));
        IntStream.of(columns).mapToObj(i -> SpokenNumbers.of(axes.get(0).at(i))).forEach(heads::add);
        List<List<String>> lines = new ArrayList<>();
        for (int r = rows.length - 1; r >= 0; r--) {
            int j = rows[r];
            List<String> line =
                    new ArrayList<>(List.of(SpokenNumbers.of(axes.get(1).at(j))));
            IntStream.of(columns)
                    .mapToObj(i -> SliceSpot.text(slice.costs()[i][j]))
                    .forEach(line::add);
            lines.add(line);
        }
        return new Table("The cost over the slice", heads, lines);
    }

    private Table pathTable() {
        List<List<String>> lines = IntStream.of(thinned(slice.path().size(), MOST_POINTS))
                .mapToObj(i -> slice.path().get(i))
                .map(step -> List.of(
                        Integer.toString(step.step()),
                        SpokenNumbers.of(axes.get(0).base() + step.alpha()),
                        SpokenNumbers.of(axes.get(1).base() + step.beta())))
                .toList();
        return new Table("The way of training, seen in this plane", List.of("step", "to the right", "upward"), lines);
    }

    /** Places evenly apart, the first and the last among them. */
    private static int[] thinned(int count, int most) {
        int kept = Math.min(count, most);
        return IntStream.range(0, kept)
                .map(i -> kept == 1 ? 0 : (int) Math.round((double) (count - 1) * i / (kept - 1)))
                .toArray();
    }
}
