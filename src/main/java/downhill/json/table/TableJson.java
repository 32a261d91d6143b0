package downhill.json.table;

import downhill.data.Table;
import downhill.data.upload.CsvPreview;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes tables. */
public final class TableJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private TableJson() {}

    /** The answer to an upload: its id, and the networks that fit it. */
    public static ObjectNode uploaded(String id, Table table) {
        ObjectNode node = NODES.objectNode().put("id", id).put("examples", table.size());
        node.put("inputs", table.inputWidth());
        ArrayNode widths = node.putArray("outputs");
        table.outputWidths().forEach(widths::add);
        ArrayNode names = node.putArray("outputNames");
        table.outputNames().forEach(names::add);
        return node.put("targets", table.goal() instanceof Table.Goal.Classes ? "classes" : "numbers");
    }

    /** The answer to a look at a table. */
    public static ObjectNode preview(CsvPreview preview) {
        ObjectNode node = NODES.objectNode()
                .put("separator", String.valueOf(preview.separator()))
                .put("header", preview.header())
                .put("examples", preview.rows());
        ArrayNode columns = node.putArray("columns");
        preview.columns().forEach(column -> write(column, columns.addObject()));
        ArrayNode rows = node.putArray("rows");
        preview.first().forEach(cells -> {
            ArrayNode row = rows.addArray();
            cells.forEach(row::add);
        });
        return node;
    }

    private static void write(CsvPreview.Column column, ObjectNode node) {
        node.put("name", column.name()).put("numeric", column.numeric()).put("target", column.target());
        column.spread()
                .ifPresentOrElse(
                        spread -> node.put("mean", spread.mean()).put("spread", spread.deviation()),
                        () -> node.putNull("mean").putNull("spread"));
    }
}
