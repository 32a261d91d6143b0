package downhill.json.trial;

import downhill.insight.Confusion;
import downhill.json.form.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of a confusion matrix, in UTF-8. */
public final class ConfusionJson {
    private ConfusionJson() {}

    /** The matrix row by row, each row an actual class. */
    public static byte[] write(Confusion confusion) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("step", confusion.step()).put("set", confusion.held() ? "test" : "training");
        node.put("examples", confusion.examples()).put("right", confusion.right());
        ArrayNode classes = node.putArray("classes");
        confusion.classes().forEach(classes::add);
        ArrayNode counts = node.putArray("counts");
        for (int[] row : confusion.counts()) {
            ArrayNode line = counts.addArray();
            for (int count : row) {
                line.add(count);
            }
        }
        return Json.bytes(node);
    }
}
