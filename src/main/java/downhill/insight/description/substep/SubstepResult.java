package downhill.insight.description.substep;

import downhill.insight.description.Description;
import java.util.List;

/** The result of a substep: some of it in sentences, and all that one can read out in a table. */
public record SubstepResult(List<String> sentences, Description.Table table) {
    /** The largest number of neurons or weights that sentences name one by one. */
    static final int MOST_TOLD = 4;
    /** The largest number of rows of a table. */
    public static final int MOST_ROWS = 24;

    /** Puts a capital at the beginning. */
    public static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
