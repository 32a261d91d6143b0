package downhill.json.page;

import downhill.json.form.Json;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The pages that the search of every page finds. */
public final class SearchJson {
    private SearchJson() {}

    /**
     * A page, or a part of one.
     *
     * @param title its name for people
     * @param note the kind of page, and where it belongs
     * @param also other words that find it
     * @param path its address below the site
     */
    public record Entry(String title, String note, List<String> also, String path) {}

    /** Returns the list as a JSON document. */
    public static byte[] of(List<Entry> entries) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode list = answer.putArray("entries");
        for (Entry entry : entries) {
            ObjectNode node = list.addObject()
                    .put("title", entry.title())
                    .put("note", entry.note())
                    .put("path", entry.path());
            entry.also().forEach(node.withArray("also")::add);
        }
        return Json.bytes(answer);
    }
}
