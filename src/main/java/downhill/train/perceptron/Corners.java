package downhill.train.perceptron;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A boolean function of two inputs: four examples at the corners (0, 0), (0, 1), (1, 0), (1, 1), in this order.
 *
 * @param targets 0 or 1 for each corner
 */
public record Corners(List<Integer> targets) {
    /** The number of corners. */
    public static final int COUNT = 4;

    private static final Map<String, String> NAMES =
            Map.of("0001", "AND", "0111", "OR", "0110", "XOR", "1110", "NAND", "1000", "NOR", "1001", "XNOR");

    /**
     * @throws IllegalArgumentException unless there are four targets, each 0 or 1
     */
    public Corners {
        targets = List.copyOf(targets);
        if (targets.size() != COUNT || targets.stream().anyMatch(target -> target != 0 && target != 1)) {
            throw new IllegalArgumentException("four targets are needed, each 0 or 1, not " + targets);
        }
    }

    /** The function with these targets as text, for example {@code 0110}; nothing if it is no such text. */
    public static Optional<Corners> of(String text) {
        return text.matches("[01]{" + COUNT + "}")
                ? Optional.of(new Corners(text.chars().mapToObj(c -> c - '0').toList()))
                : Optional.empty();
    }

    /** The targets as text, for example {@code 0110}. */
    public String text() {
        return targets.stream().map(String::valueOf).collect(Collectors.joining());
    }

    /** The name of the function, if it has a common one. */
    public Optional<String> name() {
        return Optional.ofNullable(NAMES.get(text()));
    }

    /** The first input of a corner. */
    public static int x1(int corner) {
        return corner >> 1;
    }

    /** The second input of a corner. */
    public static int x2(int corner) {
        return corner & 1;
    }

    /** The target of a corner. */
    public int target(int corner) {
        return targets.get(corner);
    }
}
