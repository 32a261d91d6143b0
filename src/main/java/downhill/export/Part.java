package downhill.export;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The tasks of a program's lines. A template marks the first line of each part by a character that no program has; the lines after it belong
 * to the same part until the next mark.
 */
public enum Part {
    ABOUT,
    DATA,
    WEIGHTS,
    RANDOM,
    ACTIVATION,
    SLOPE,
    COST,
    FREE,
    SETTINGS,
    LOOP,
    CHANGE,
    BATCH,
    WEIGHTED_SUM,
    ACTIVATE,
    STEP_COST,
    PRINT,
    OUTPUT_DELTA,
    GRADIENT,
    HIDDEN_DELTA,
    PENALTY,
    AUTOGRAD,
    UPDATE,
    HELPERS;

    /** The first of the private characters that mark parts. */
    private static final char FIRST = '\uE000';

    /** All parts in the order of their marks. */
    private static final List<Part> ALL = List.of(values());

    private static final Pattern MARK = Pattern.compile("[\uE000-\uE0FF]");

    /** The character that marks a line as this part's first. */
    public String mark() {
        return String.valueOf((char) (FIRST + ALL.indexOf(this)));
    }

    /** The part that begins with a line, if one does. */
    static Optional<Part> beginning(String line) {
        return MARK.matcher(line)
                .results()
                .reduce((first, last) -> last)
                .map(found -> ALL.get(found.group().charAt(0) - FIRST));
    }

    /** A text without its marks. */
    static String unmarked(String text) {
        return MARK.matcher(text).replaceAll("");
    }

    /** Its name in the interface and in lessons, for example {@code weighted-sum}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns whether its lines are numbers of the run, of which a listing shows only a few. */
    boolean isNumbers() {
        return this == DATA || this == WEIGHTS;
    }

    /**
     * The moment of a training step in which the figures show what its lines compute, as a lesson names it; nothing where they cannot.
     *
     * @param depth how many layers of weights the network has
     */
    public Optional<String> moment(int depth) {
        return switch (this) {
            case WEIGHTED_SUM -> Optional.of("z 1");
            case ACTIVATION, ACTIVATE -> Optional.of("a 1");
            case COST, STEP_COST, PRINT -> Optional.of("cost");
            case OUTPUT_DELTA -> Optional.of("delta " + depth);
            case GRADIENT -> Optional.of("gradient " + depth);
            case SLOPE, HIDDEN_DELTA -> depth > 1 ? Optional.of("delta " + (depth - 1)) : Optional.empty();
            case AUTOGRAD, PENALTY -> Optional.of("mean");
            case UPDATE -> Optional.of("update " + depth);
            default -> Optional.empty();
        };
    }
}
