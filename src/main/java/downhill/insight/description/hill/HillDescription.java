package downhill.insight.description.hill;

import downhill.descent.HillInfo;
import downhill.descent.HillPath.Place;
import downhill.descent.Optimizer;
import downhill.descent.rule.Hyperparameter;
import downhill.insight.description.Description;
import downhill.insight.description.Description.Table;
import downhill.insight.description.SpokenNumbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Describes a hill and its walkers in words and tables. In fog it has only the ground near a walker. */
public final class HillDescription {
    private static final int MOST_ROWS = 12;

    private final HillInfo info;
    private final List<WalkerPath> walks;
    private final FogView sight;
    private final int dimensions;

    private HillDescription(HillInfo info, List<WalkerPath> walks, OptionalDouble fog) {
        this.info = info;
        this.walks = walks;
        this.sight = new FogView(info.hill(), fog);
        this.dimensions = info.hill().dimensions();
    }

    /**
     * Describes a hill.
     *
     * @param walks who walks there, at least one
     * @param fog how far one sees; absent without fog
     */
    public static List<Description> of(HillInfo info, List<WalkerPath> walks, OptionalDouble fog) {
        var telling = new HillDescription(info, walks, fog);
        return List.of(telling.walkers(), telling.heights());
    }

    private Description walkers() {
        List<String> sentences = new ArrayList<>();
        if (walks.size() == 1) {
            sentences.addAll(new WalkerDescription(info, walks.getFirst(), sight).sentences());
        } else {
            sentences.add(race());
            walks.forEach(
                    walk -> sentences.add(String.join(" ", new WalkerDescription(info, walk, sight).sentences())));
        }
        sentences.add(picture());
        return new Description("walkers", sentences, List.of(table()));
    }

    /** WalkerName is how high, and who is lowest. */
    private String race() {
        int step = walks.stream().mapToInt(WalkerPath::steps).max().orElse(0);
        String heights = walks.stream()
                .map(walk -> walk.name()
                        + (walk.lost()
                                ? " has diverged"
                                : " is at height "
                                        + SpokenNumbers.of(walk.here().height())))
                .collect(Collectors.joining(", "));
        String start =
                (step == 0 ? "At the start " : "After " + SpokenNumbers.count(step, "step") + " ") + heights + ".";
        List<WalkerPath> there = walks.stream()
                .filter(walk -> !walk.lost())
                .sorted(Comparator.comparingDouble(walk -> walk.here().height()))
                .toList();
        boolean isAlone = there.size() > 1
                && there.get(0).here().height() < there.get(1).here().height();
        return start + (isAlone ? " Lowest is " + there.getFirst().name() + "." : "");
    }

    private String picture() {
        String domain = IntStream.range(0, dimensions)
                .mapToObj(i -> CoordinateText.name(i) + " from "
                        + SpokenNumbers.of(info.domain().get(i).low()) + " to "
                        + SpokenNumbers.of(info.domain().get(i).high()))
                .collect(Collectors.joining(" and "));
        String bottoms = info.hill().minima().stream()
                .map(m -> CoordinateText.place(m.at()) + " (height " + SpokenNumbers.of(m.height()) + ")")
                .collect(Collectors.joining("; "));
        return "The picture holds " + domain + "."
                + (sight.isClear() && !bottoms.isEmpty()
                        ? (info.hill().minima().size() == 1
                                        ? " The hill has one bottom: "
                                        : " The hill has "
                                                + info.hill().minima().size() + " bottoms: ")
                                + bottoms + "."
                        : "");
    }

    private Table table() {
        List<String> heads = new ArrayList<>(List.of("walker", "rate", "steps"));
        IntStream.range(0, dimensions).mapToObj(CoordinateText::name).forEach(heads::add);
        heads.add("height");
        IntStream.range(0, dimensions)
                .mapToObj(i -> dimensions == 1 ? "slope" : "slope by " + CoordinateText.name(i))
                .forEach(heads::add);
        heads.add("last step");
        heads.add("change of height");
        if (sight.isClear()) {
            heads.add("to the nearest bottom");
        }
        return new Table("Who walks here", heads, walks.stream().map(this::row).toList());
    }

    private List<String> row(WalkerPath walk) {
        Place here = walk.here();
        List<String> row = new ArrayList<>(List.of(walk.name(), rate(walk), Integer.toString(walk.steps())));
        row.addAll(beside(here, Place::position));
        row.addAll(beside(here, place -> List.of(place.height())));
        row.addAll(beside(here, Place::slope));
        row.add(walk.steps() == 0 ? "none yet" : SpokenNumbers.of(CoordinateText.length(walk.stepTo(walk.steps()))));
        row.add(walk.steps() == 0 ? "none yet" : SpokenNumbers.signed(walk.rise()));
        if (sight.isClear()) {
            row.add(sight.distance(here).orElse("there is none"));
        }
        return row;
    }

    /** SpokenNumbers of a place; 0 where they are negligible beside the largest of their kind on all trails. */
    private List<String> beside(Place here, Function<Place, List<Double>> numbers) {
        double largest = walks.stream()
                .flatMap(walk -> walk.places().stream())
                .flatMap(place -> numbers.apply(place).stream())
                .mapToDouble(Math::abs)
                .max()
                .orElse(0);
        return numbers.apply(here).stream()
                .map(x -> SpokenNumbers.amid(x, largest))
                .toList();
    }

    private static String rate(WalkerPath walk) {
        return walk.optimizer()
                .map(optimizer -> SpokenNumbers.of(optimizer.learningRate()) + momentum(optimizer))
                .orElse("by hand");
    }

    private static String momentum(Optimizer optimizer) {
        double momentum = optimizer.rule().setting(Hyperparameter.MOMENTUM, 0);
        return momentum > 0 ? ", momentum " + SpokenNumbers.of(momentum) : "";
    }

    /** The chart of the heights: of many steps some, evenly apart, the first and the last among them. */
    private Description heights() {
        int last = walks.stream().mapToInt(WalkerPath::steps).max().orElse(0);
        List<String> heads = new ArrayList<>(List.of("step"));
        walks.forEach(walk -> heads.add(walk.name()));
        int rows = Math.min(last, MOST_ROWS - 1);
        List<List<String>> lines = IntStream.rangeClosed(0, rows)
                .map(row -> rows == 0 ? 0 : (int) Math.round((double) last * row / rows))
                .mapToObj(this::line)
                .toList();
        return new Description(
                "heights",
                walks.stream().map(HillDescription::course).toList(),
                List.of(new Table("Heights, step by step", heads, lines)));
    }

    private List<String> line(int step) {
        List<String> line = new ArrayList<>(List.of(Integer.toString(step)));
        walks.forEach(walk -> line.add(
                step > walk.steps()
                        ? ""
                        : beside(walk.places().get(step), place -> List.of(place.height()))
                                .getFirst()));
        return line;
    }

    private static String course(WalkerPath walk) {
        double start = walk.places().getFirst().height();
        double lowest = walk.places().stream().mapToDouble(Place::height).min().orElse(start);
        long rises = IntStream.rangeClosed(1, walk.steps())
                .filter(n ->
                        walk.places().get(n).height() > walk.places().get(n - 1).height())
                .count();
        String way = walk.name() + " began at height " + SpokenNumbers.of(start);
        return walk.steps() == 0
                ? way + " and stands there still."
                : way + " and came to " + SpokenNumbers.of(walk.here().height()) + " after "
                        + SpokenNumbers.count(walk.steps(), "step") + "; "
                        + (rises == 0
                                ? "no step led up."
                                : rises == walk.steps()
                                        ? "every step led up."
                                        : SpokenNumbers.count(rises, "step") + " led up; the lowest place was at "
                                                + SpokenNumbers.of(lowest) + ".");
    }
}
