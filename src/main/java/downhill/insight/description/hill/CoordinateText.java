package downhill.insight.description.hill;

import downhill.insight.description.SpokenNumbers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Words for places and paths on a hill, with a coordinate x or two, x and y. */
public final class CoordinateText {
    private static final List<String> NAMES = List.of("x", "y");

    private CoordinateText() {}

    static String name(int coordinate) {
        return NAMES.get(coordinate);
    }

    static List<Double> minus(List<Double> a, List<Double> b) {
        return IntStream.range(0, a.size()).mapToObj(i -> a.get(i) - b.get(i)).toList();
    }

    static double length(List<Double> vector) {
        return vector.size() == 1 ? Math.abs(vector.getFirst()) : Math.hypot(vector.get(0), vector.get(1));
    }

    /** "x = 2, y = 1.5". */
    static String place(List<Double> at) {
        return IntStream.range(0, at.size())
                .mapToObj(i -> name(i) + " = " + SpokenNumbers.of(at.get(i)))
                .collect(Collectors.joining(", "));
    }

    /** "+2", or "+2 in x and −1.5 in y". */
    static String movement(List<Double> by) {
        return by.size() == 1
                ? SpokenNumbers.signed(by.getFirst())
                : SpokenNumbers.signed(by.get(0)) + " in x and " + SpokenNumbers.signed(by.get(1)) + " in y";
    }

    /** "2", or "2 and −1.5". */
    static String pair(List<Double> numbers) {
        return numbers.stream().map(SpokenNumbers::of).collect(Collectors.joining(" and "));
    }
}
