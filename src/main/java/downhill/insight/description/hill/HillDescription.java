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
    private final List<WalkerPath> paths;
    private final FogView sight;
    private final int dimensions;

    private HillDescription(HillInfo info, List<WalkerPath> paths, OptionalDouble fog) {
        this.info = info;
        this.paths = paths;
        this.sight = new FogView(info.hill(), fog);
        this.dimensions = info.hill().dimensions();
    }

    /**
     * Describes a hill.
     *
     * @param paths the walkers' paths, at least
     * one
     * @param fog the range of sight; absent without fog
     */
    public static List<Description> of(HillInfo info, List<WalkerPath> paths, OptionalDouble fog) {
        var description = new HillDescription(info, paths, fog);
        return List.of(description.walkers(), description.heights());
    }

    private Description walkers() {
        List<String> sentences = new ArrayList<>();
        if (paths.size() == 1) {
            sentences.addAll(new WalkerDescription(info, paths.getFirst(), sight).sentences());
        } else {
            sentences.add(race());
            paths.forEach(
                    path -> sentences.add(String.join(" ", new WalkerDescription(info, path, sight).sentences())));
        }
        sentences.add(picture());
        return new Description("walkers", sentences, List.of(table()));
    }

    /** WalkerName is how high, and who is lowest. */
    private String race() {
        int step = paths.stream().mapToInt(WalkerPath::steps).max().orElse(0);
        String heights = paths.stream()
                .map(path -> path.name()
                        + (path.lost()
                                ? " has diverged"
                                : " is at height "
                                        + SpokenNumbers.of(path.here().height())))
                .collect(Collectors.joining(", "));
        String start =
                (step == 0 ? "At the start " : "After " + SpokenNumbers.count(step, "step") + " ") + heights + ".";
        List<WalkerPath> there = paths.stream()
                .filter(path -> !path.lost())
                .sorted(Comparator.comparingDouble(path -> path.here().height()))
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
        return new Table("Who walks here", heads, paths.stream().map(this::row).toList());
    }

    private List<String> row(WalkerPath path) {
        Place here = path.here();
        List<String> row = new ArrayList<>(List.of(path.name(), rate(path), Integer.toString(path.steps())));
        row.addAll(beside(here, Place::position));
        row.addAll(beside(here, place -> List.of(place.height())));
        row.addAll(beside(here, Place::slope));
        row.add(path.steps() == 0 ? "none yet" : SpokenNumbers.of(CoordinateText.length(path.stepTo(path.steps()))));
        row.add(path.steps() == 0 ? "none yet" : SpokenNumbers.signed(path.rise()));
        if (sight.isClear()) {
            row.add(sight.distance(here).orElse("there is none"));
        }
        return row;
    }

    /** SpokenNumbers of a place; 0 where they are negligible beside the largest of their kind on all trails. */
    private List<String> beside(Place here, Function<Place, List<Double>> numbers) {
        double largest = paths.stream()
                .flatMap(path -> path.places().stream())
                .flatMap(place -> numbers.apply(place).stream())
                .mapToDouble(Math::abs)
                .max()
                .orElse(0);
        return numbers.apply(here).stream()
                .map(x -> SpokenNumbers.amid(x, largest))
                .toList();
    }

    private static String rate(WalkerPath path) {
        return path.optimizer()
                .map(optimizer -> SpokenNumbers.of(optimizer.learningRate()) + momentum(optimizer))
                .orElse("by hand");
    }

    private static String momentum(Optimizer optimizer) {
        double momentum = optimizer.rule().setting(Hyperparameter.MOMENTUM, 0);
        return momentum > 0 ? ", momentum " + SpokenNumbers.of(momentum) : "";
    }

    /** The chart of the heights: of many steps some, evenly apart, the first and the last among them. */
    private Description heights() {
        int last = paths.stream().mapToInt(WalkerPath::steps).max().orElse(0);
        List<String> heads = new ArrayList<>(List.of("step"));
        paths.forEach(path -> heads.add(path.name()));
        int rows = Math.min(last, MOST_ROWS - 1);
        List<List<String>> lines = IntStream.rangeClosed(0, rows)
                .map(row -> rows == 0 ? 0 : (int) Math.round((double) last * row / rows))
                .mapToObj(this::line)
                .toList();
        return new Description(
                "heights",
                paths.stream().map(HillDescription::course).toList(),
                List.of(new Table("Heights, step by step", heads, lines)));
    }

    private List<String> line(int step) {
        List<String> line = new ArrayList<>(List.of(Integer.toString(step)));
        paths.forEach(path -> line.add(
                step > path.steps()
                        ? ""
                        : beside(path.places().get(step), place -> List.of(place.height()))
                                .getFirst()));
        return line;
    }

    private static String course(WalkerPath path) {
        double start = path.places().getFirst().height();
        double lowest = path.places().stream().mapToDouble(Place::height).min().orElse(start);
        long rises = IntStream.rangeClosed(1, path.steps())
                .filter(n ->
                        path.places().get(n).height() > path.places().get(n - 1).height())
                .count();
        String places = path.name() + " began at height " + SpokenNumbers.of(start);
        return path.steps() == 0
                ? places + " and stands there still."
                : places + " and came to " + SpokenNumbers.of(path.here().height()) + " after "
                        + SpokenNumbers.count(path.steps(), "step") + "; "
                        + (rises == 0
                                ? "no step led up."
                                : rises == path.steps()
                                        ? "every step led up."
                                        : SpokenNumbers.count(rises, "step") + " led up; the lowest place was at "
                                                + SpokenNumbers.of(lowest) + ".");
    }
}
