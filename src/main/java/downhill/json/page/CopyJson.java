package downhill.json.page;

import downhill.json.form.Json;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The request of a page for copies of the runs in a link, and the answer to it. */
public final class CopyJson {
    private CopyJson() {}

    /** The text of the state to copy. */
    public static String state(byte[] json) {
        return Json.read(json, members -> members.text("state"));
    }

    /**
     * The copies.
     *
     * @param frames the address of the frames of the shown run
     * @param views the view of each run, by its id
     * @param branches the ids of all of them, as a stage's configuration lists them
     * @param said sentences for the reader of the link
     */
    public static byte[] made(String frames, Map<String, String> views, String branches, List<String> said) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("frames", frames).put("branches", branches);
        ArrayNode runs = node.putArray("runs");
        views.forEach((id, view) -> runs.addObject().put("id", id).put("view", view));
        ArrayNode sentences = node.putArray("said");
        said.forEach(sentences::add);
        return Json.bytes(node);
    }
}
