package downhill.web.playground;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A cure for a trouble of a run, as the guide's button offers it.
 *
 * @param label the words of the button
 * @param kind what the button does with the changes
 * @param changes the new values of the playground's controls, by their names; for {@link Kind#STEP} the step
 */
public record Remedy(String label, Kind kind, Map<String, String> changes) {
    /** The effect of the button. */
    public enum Kind {
        /** A new run begins with the changed controls. */
        NEW_RUN,
        /** The run goes on with the changed controls. */
        LIVE,
        /** The run pauses, and the figure shows an earlier step. */
        STEP;

        /** The name in JSON. */
        String word() {
            return switch (this) {
                case NEW_RUN -> "new-run";
                case LIVE -> "live";
                case STEP -> "step";
            };
        }
    }

    /** A new run with changes, given as names and values in turn. */
    static Remedy newRun(String label, String... changes) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < changes.length; i += 2) {
            all.put(changes[i], changes[i + 1]);
        }
        return new Remedy(label, Kind.NEW_RUN, all);
    }
}
