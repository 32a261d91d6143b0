package downhill.classroom;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** A learner's own descent in one scene, as a class keeps it: numbers alone, from which the picture of all is drawn. */
public sealed interface Trace {
    /** The most places of a walk by hand, of a run's path, and of its curve. */
    int MOST = 64;

    /** A place on a map with one or two axes. */
    record Spot(double x, double y) {}

    /** The cost at a step. */
    record Cost(int step, double cost) {}

    /** A walker that an update rule moves: the server can make the same walk again. */
    record OfRule(List<Double> start, double rate, double momentum, int steps) implements Trace {}

    /** A walker that is moved by hand, place by place, each with as many coordinates as the hill has. */
    record ByHand(List<List<Double>> places) implements Trace {}

    /**
     * A run that trains.
     *
     * @param step the newest one
     * @param costs of some of its steps, ascending
     * @param batches whether the costs are those of the steps' batches, not of all examples
     * @param path some of its places on the scene's map, the newest last; empty where the map has other axes than this run
     * @param shown the share of the distance from the start to the newest place that the map shows
     */
    record OfRun(int step, List<Cost> costs, boolean batches, List<Spot> path, OptionalDouble shown) implements Trace {}

    /** The trace as a text, as {@link #read} reads it. */
    default String text() {
        return switch (this) {
            case OfRule(var start, double rate, double momentum, int steps) ->
                "rule|" + numbers(start) + "|" + rate + "|" + momentum + "|" + steps;
            case ByHand(var places) ->
                "hand|" + places.stream().map(Trace::numbers).collect(Collectors.joining(" "));
            case OfRun(int step, var costs, boolean batches, var path, var shown) ->
                "run|" + step + "|"
                        + costs.stream()
                                .map(one -> one.step() + "," + one.cost())
                                .collect(Collectors.joining(" "))
                        + "|" + batches + "|"
                        + path.stream().map(one -> one.x() + "," + one.y()).collect(Collectors.joining(" "))
                        + "|" + shown.stream().mapToObj(String::valueOf).collect(Collectors.joining());
        };
    }

    private static String numbers(List<Double> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** The trace of a text; nothing if it is none. */
    static Optional<Trace> read(String text) {
        String[] parts = text.split("\\|", -1);
        try {
            return switch (parts[0] + " " + parts.length) {
                case "rule 5" ->
                    Optional.of(new OfRule(
                            place(parts[1]),
                            Double.parseDouble(parts[2]),
                            Double.parseDouble(parts[3]),
                            Integer.parseInt(parts[4])));
                case "hand 2" -> Optional.of(new ByHand(places(parts[1])));
                case "run 6" -> Optional.of(run(parts));
                default -> Optional.empty();
            };
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static OfRun run(String[] parts) {
        List<Cost> costs = Arrays.stream(words(parts[2]))
                .map(word -> word.split(",", 2))
                .map(pair -> new Cost(Integer.parseInt(pair[0]), Double.parseDouble(pair[1])))
                .toList();
        List<Spot> path = places(parts[4]).stream()
                .map(place -> new Spot(place.get(0), place.get(1)))
                .toList();
        OptionalDouble shown =
                parts[5].isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(parts[5]));
        return new OfRun(Integer.parseInt(parts[1]), costs, Boolean.parseBoolean(parts[3]), path, shown);
    }

    /** The places of a text like {@code 1.5,2 0.5,1}; NumberFormatException if one is no number. */
    static List<List<Double>> places(String text) {
        return Arrays.stream(words(text)).map(Trace::place).toList();
    }

    private static List<Double> place(String text) {
        return Arrays.stream(text.split(",", -1)).map(Double::valueOf).toList();
    }

    private static String[] words(String text) {
        return text.isEmpty() ? new String[0] : text.split(" ", -1);
    }
}
