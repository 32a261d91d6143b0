package downhill.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What helps a network that has stopped getting better: one change of the controls, as a button offers it.
 *
 * @param label what it does, in the words of the button
 * @param changes the controls' new values
 */
public record Remedy(String label, Map<String, String> changes) {
    /** So many neurons bend a line often enough for every set on offer but the spiral. */
    private static final int ROOM = 14;

    /** The change that helps most where the controls stand like this; nothing where none is known to help. */
    static Optional<Remedy> of(PlaygroundView view) {
        if (view.value("activation").equals("identity")) {
            return Optional.of(new Remedy("Give its neurons a curve: tanh", Map.of("activation", "tanh")));
        }
        if (view.value("data").equals("spiral") && !view.features().has("sin x")) {
            var changes = new LinkedHashMap<String, String>();
            changes.put("features", "x-y-sinx-siny");
            changes.put("hidden", "8-6");
            changes.put("activation", "tanh");
            changes.put("learningRate", "0.3");
            changes.put("batchSize", "30");
            return Optional.of(new Remedy("Tell it sin x and sin y too, with more neurons", changes));
        }
        int neurons =
                view.hidden().widths().stream().mapToInt(Integer::intValue).sum();
        return neurons < ROOM
                ? Optional.of(new Remedy("Give it more neurons: 8 and 6", Map.of("hidden", "8-6")))
                : Optional.empty();
    }

    /** The changes as htmx takes them, with the wish that the new run be played at once. */
    public String values() {
        var all = new LinkedHashMap<>(changes);
        all.put("then", "play");
        return all.entrySet().stream()
                .map(change -> "\"" + change.getKey() + "\": \"" + change.getValue() + "\"")
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
