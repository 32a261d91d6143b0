package downhill.json;

import downhill.insight.description.Description;
import downhill.json.form.Json;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Descriptions of a step, as JSON in UTF-8. */
public final class DescriptionJson {
    private DescriptionJson() {}

    public static byte[] write(int step, List<Description> descriptions) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("step", step);
        ArrayNode figures = node.putArray("figures");
        for (Description description : descriptions) {
            ObjectNode figure = figures.addObject().put("of", description.of());
            texts(figure.putArray("sentences"), description.sentences());
            ArrayNode tables = figure.putArray("tables");
            for (Description.Table table : description.tables()) {
                ObjectNode one = tables.addObject().put("caption", table.caption());
                texts(one.putArray("heads"), table.heads());
                ArrayNode rows = one.putArray("rows");
                table.rows().forEach(row -> texts(rows.addArray(), row));
            }
        }
        return Json.bytes(node);
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
