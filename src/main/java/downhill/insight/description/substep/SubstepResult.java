package downhill.insight.description.substep;

import downhill.insight.description.Description;
import java.util.List;

/** What is found at a moment of a step: some of it in sentences, all of it, as far as one can read it out, in a table. */
public record SubstepResult(List<String> sentences, Description.Table table) {
    /** So many neurons or weights are told one by one. */
    static final int MOST_TOLD = 4;
    /** So many rows a table has. */
    public static final int MOST_ROWS = 24;

    /** With a capital at its beginning. */
    public static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
