package downhill.json.link;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of a run that a page shows.
 *
 * @param shown the shown step, where it is not the newest
 * @param example the chosen example of the training set
 * @param selected the part of the network that stays selected
 * @param open the ids of the opened parts of the page
 * @param scale the scale of the cost chart, "even" or "log"
 */
public record PageState(
        OptionalInt shown, OptionalInt example, Optional<Selected> selected, List<String> open, String scale) {
    static final List<String> SCALES = List.of("even", "log");

    /** A selected neuron [l, j], weight [l, j, k] or bias [l, j]. */
    public record Selected(String kind, List<Integer> at) {}

    /** The JSON form, as a stage's configuration and a link have it. */
    public ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        shown.ifPresent(step -> node.put("shown", step));
        example.ifPresent(index -> node.put("example", index));
        selected.ifPresent(item -> {
            ArrayNode at = node.putObject("selected").put("kind", item.kind()).putArray("at");
            item.at().forEach(at::add);
        });
        ArrayNode parts = node.putArray("open");
        open.forEach(parts::add);
        return node.put("scale", scale);
    }
}
