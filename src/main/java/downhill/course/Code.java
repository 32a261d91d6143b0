package downhill.course;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A short program of assignments, some of which the learner completes.
 *
 * @param with paths into a run's numbers, by the names of the program; a name that no line assigns is known from the start
 */
public record Code(Map<String, String> with, List<Line> lines) {
    /** The longest expression that a learner may type, in characters. */
    public static final int LONGEST = 200;

    /** A line of the program. */
    public sealed interface Line {}

    /** Words for the reader, without the sign that begins them. */
    public record Comment(String text) implements Line {}

    /** The assignment of an expression to a name. */
    public record Assignment(String name, String expression) implements Line {}

    /**
     * An assignment whose expression is left out.
     *
     * @param answer one right expression
     * @param mistakes known wrong expressions, the first that fits counts
     * @param begin helps as HTML where no known mistake fits
     */
    public record Gap(String name, String answer, List<Check.Slip> mistakes, String begin) implements Line {}

    /** The names that lines assign, in their order. */
    public Set<String> assigned() {
        Set<String> names = new LinkedHashSet<>();
        lines.forEach(line -> name(line).ifPresent(names::add));
        return names;
    }

    /** The names that an expression of the line for this name may use: what is known from the start, and what lines above assign. */
    public Set<String> known(String name) {
        Set<String> known = new LinkedHashSet<>(with.keySet());
        known.removeAll(assigned());
        for (Line line : lines) {
            Optional<String> assigns = name(line);
            if (assigns.equals(Optional.of(name))) {
                break;
            }
            assigns.ifPresent(known::add);
        }
        return known;
    }

    /** The gaps in order. */
    public List<Gap> gaps() {
        return lines.stream().filter(Gap.class::isInstance).map(Gap.class::cast).toList();
    }

    /** The name that a line assigns; nothing for a comment. */
    public static Optional<String> name(Line line) {
        return switch (line) {
            case Comment c -> Optional.empty();
            case Assignment a -> Optional.of(a.name());
            case Gap g -> Optional.of(g.name());
        };
    }

    /** The part of a figure that shows what a line assigns, as a scene names it: {@code weight 1 0 0} or {@code neuron 2 0}. */
    public Optional<String> item(Line line) {
        return name(line).flatMap(name -> Optional.ofNullable(with.get(name))).flatMap(Code::itemAt);
    }

    private static Optional<String> itemAt(String path) {
        String[] parts = path.split("\\.", -1);
        return switch (parts[0]) {
            case "weights", "weightGradients", "weightUpdates" ->
                Optional.of("weight " + parts[1] + " " + parts[2] + " " + parts[3]);
            case "biases", "biasGradients", "biasUpdates" -> Optional.of("bias " + parts[1] + " " + parts[2]);
            case "preActivations", "deltas" ->
                Optional.of("neuron " + (Integer.parseInt(parts[1]) + 1) + " " + parts[2]);
            case "activations" ->
                parts[1].equals("0") ? Optional.empty() : Optional.of("neuron " + parts[1] + " " + parts[2]);
            default -> Optional.empty();
        };
    }
}
