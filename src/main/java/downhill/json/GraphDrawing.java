package downhill.json;

import downhill.autodiff.GraphEvaluation;
import downhill.json.form.Json;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The drawing of a computation graph: the places of its nodes and lines, in pixels from the top left corner.
 *
 * @param width of the whole drawing
 * @param height of the whole drawing
 * @param boxes one for each node that is drawn
 * @param edges one for each operand that is drawn, in evaluation order
 */
public record GraphDrawing(double width, double height, List<Box> boxes, List<Edge> edges) {
    /** A point. */
    public record Point(double x, double y) {}

    /** The place of a node: its left upper corner and its size. */
    public record Box(int node, double x, double y, double width, double height) {}

    /**
     * The line from an operand to its node.
     *
     * @param node the node's id
     * @param operand which of its operands, from 0
     * @param points from the operand to the node; it turns at those between
     * @param label the middle of the place where its numbers stand
     */
    public record Edge(int node, int operand, List<Point> points, Point label) {}

    /** The answer of the expressions' interface, and beside it this drawing. */
    public byte[] withNumbers(GraphEvaluation evaluation) {
        ObjectNode json = ExpressionJson.answer(evaluation);
        ObjectNode layout = json.putObject("layout").put("width", width).put("height", height);
        ArrayNode boxList = layout.putArray("boxes");
        boxes.forEach(box -> boxList.addObject()
                .put("node", box.node())
                .put("x", box.x())
                .put("y", box.y())
                .put("width", box.width())
                .put("height", box.height()));
        ArrayNode edgeList = layout.putArray("edges");
        edges.forEach(edge -> put(edgeList.addObject(), edge));
        return Json.bytes(json);
    }

    private static void put(ObjectNode json, Edge edge) {
        json.put("node", edge.node()).put("operand", edge.operand());
        ArrayNode points = json.putArray("points");
        edge.points().forEach(point -> points.addArray().add(point.x()).add(point.y()));
        json.putArray("label").add(edge.label().x()).add(edge.label().y());
    }
}
