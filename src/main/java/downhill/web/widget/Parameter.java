package downhill.web.widget;

import java.util.List;

/**
 * One value that the address of a demo page may hold, as in {@code ?data=circle}.
 *
 * @param name its name in the address
 * @param label its name for people
 * @param about the use of it, in a sentence; empty where the label says it all
 * @param values the allowed values in their order; empty where any text may be given
 * @param standard the value that holds where the address names none; empty for none
 */
public record Parameter(String name, String label, String about, List<String> values, String standard) {
    /** Tests whether the address may hold this value. */
    boolean allows(String value) {
        return values.isEmpty() || values.contains(value);
    }
}
