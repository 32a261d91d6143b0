package downhill.web.playground;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A change of the settings that helps a network which has stopped improving, as a button offers it.
 *
 * @param label the words of the button
 * @param changes the new values of the settings
 */
public record Remedy(String label, Map<String, String> changes) {
    /** Hidden neurons that suffice for every data set of the playground but the spiral. */
    private static final int ROOM = 14;

    /** The change that helps most with these settings; nothing if none helps. */
    static Optional<Remedy> of(PlaygroundView view) {
        if (view.value("activation").equals("identity")) {
            return Optional.of(new Remedy("Use a curved activation: tanh", Map.of("activation", "tanh")));
        }
        if (view.value("data").equals("spiral") && !view.features().has("sin x")) {
            var changes = new LinkedHashMap<String, String>();
            changes.put("features", "x-y-sinx-siny");
            changes.put("hidden", "8-6");
            changes.put("activation", "tanh");
            changes.put("learningRate", "0.3");
            changes.put("batchSize", "30");
            return Optional.of(new Remedy("Add the inputs sin x₁ and sin x₂, and more neurons", changes));
        }
        int neurons =
                view.hidden().widths().stream().mapToInt(Integer::intValue).sum();
        return neurons < ROOM
                ? Optional.of(new Remedy("Use more neurons: 8 and 6", Map.of("hidden", "8-6")))
                : Optional.empty();
    }

    /** The changes in the form that htmx takes, and the request to play the new run at once. */
    public String values() {
        var all = new LinkedHashMap<>(changes);
        all.put("then", "play");
        return all.entrySet().stream()
                .map(change -> "\"" + change.getKey() + "\": \"" + change.getValue() + "\"")
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
