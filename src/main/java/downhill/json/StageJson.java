package downhill.json;

import downhill.descent.Optimizer;
import downhill.json.form.Json;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The values that a page hands to its stage's source: the walkers of a hill, the values of an expression. */
public final class StageJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private StageJson() {}

    /** A walker on a hill, moved by hand or by descent. */
    public record Walker(String name, List<Double> start, Optimizer optimizer, boolean byHand) {}

    /** {@code [{"name", "start", "optimizer", "by"}, …]}. */
    static ArrayNode walkers(List<Walker> walkers) {
        ArrayNode list = NODES.arrayNode();
        for (Walker walker : walkers) {
            ObjectNode node = list.addObject().put("name", walker.name());
            ArrayNode start = node.putArray("start");
            walker.start().forEach(start::add);
            node.set("optimizer", OptimizerJson.write(walker.optimizer()));
            node.put("by", walker.byHand() ? "hand" : "descent");
        }
        return list;
    }

    /** {@code {"name": value, …}}. */
    public static ObjectNode values(Map<String, Double> values) {
        ObjectNode node = NODES.objectNode();
        values.forEach((name, value) -> node.put(name, value));
        return node;
    }

    /** {@code {"check": {"name": value, …}, …}}. */
    public static byte[] given(Map<String, Map<String, Double>> given) {
        ObjectNode node = NODES.objectNode();
        given.forEach((check, values) -> {
            ObjectNode numbers = node.putObject(check);
            values.forEach((name, value) -> numbers.put(name, value));
        });
        return Json.bytes(node);
    }

    /** The address of a run's frames. */
    public static byte[] frames(String address) {
        return Json.bytes(NODES.objectNode().put("frames", address));
    }

    /** The step in {@code {"step": n}}. */
    public static int step(byte[] json, int most) {
        return Json.read(json, m -> (int) m.whole("step", 0, most));
    }
}
