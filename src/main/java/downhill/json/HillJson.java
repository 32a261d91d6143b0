package downhill.json;

import downhill.descent.HeightMap;
import downhill.descent.Hill;
import downhill.descent.HillInfo;
import downhill.descent.HillPath;
import downhill.descent.Optimizer;
import downhill.json.form.Json;
import downhill.json.form.Members;
import downhill.json.form.Range;
import downhill.json.form.Value;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Hills and the trails of descents on them, from and to their JSON forms. */
public final class HillJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    static final int MOST_STEPS = 10_000;

    private HillJson() {}

    /** A descent to make. */
    public record Descent(List<Double> start, Optimizer optimizer, int steps) {}

    /**
     * The descent in a JSON text {@code {"start", "optimizer", "steps"}}; without optimizer plain gradient descent at the
     * hill's rate.
     */
    public static Descent read(byte[] json, HillInfo info) {
        return Json.read(json, m -> descent(m, info));
    }

    static Descent descent(Members m, HillInfo info) {
        return new Descent(
                m.value("start")
                        .map(start -> place(start, info.hill().dimensions()))
                        .orElseGet(() -> missing(m)),
                m.optionalObject("optimizer").map(OptimizerJson::read).orElse(Optimizer.sgd(info.learningRate())),
                (int) m.whole("steps", 0, MOST_STEPS));
    }

    private static List<Double> missing(Members m) {
        m.requiredArray("start");
        return List.of();
    }

    /** A place on a hill. */
    static List<Double> place(Value value, int dimensions) {
        List<Value> elements = value.elements();
        if (value.node().isArray() && elements.size() != dimensions) {
            value.problems()
                    .value(
                            value.pointer(),
                            "A place on this hill has " + dimensions
                                    + (dimensions == 1 ? " coordinate" : " coordinates") + ", not " + elements.size()
                                    + ".");
        }
        return elements.stream().map(v -> v.number(Range.ANY)).toList();
    }

    /** All hills: {@code {"hills": […]}}. */
    public static ObjectNode hills(List<HillInfo> hills) {
        ObjectNode node = NODES.objectNode();
        ArrayNode list = node.putArray("hills");
        hills.forEach(info -> list.add(hill(info)));
        return node;
    }

    /** One hill. */
    public static ObjectNode hill(HillInfo info) {
        ObjectNode node = NODES.objectNode()
                .put("name", info.name())
                .put("title", info.title())
                .put("dimensions", info.hill().dimensions())
                .put("formula", info.text())
                .put("latex", info.latex());
        ArrayNode domain = node.putArray("domain");
        info.domain().forEach(i -> domain.addArray().add(i.low()).add(i.high()));
        ArrayNode minima = node.putArray("minima");
        info.hill().minima().forEach(minimum -> minima.add(minimum(info.hill(), minimum)));
        node.set(
                "curvature",
                info.hill()
                        .constantCurvatures()
                        .<JsonNode>map(HillJson::numbers)
                        .orElse(NODES.nullNode()));
        node.set("start", numbers(info.start()));
        return node.put("learningRate", info.learningRate());
    }

    private static ObjectNode minimum(Hill hill, Hill.Minimum minimum) {
        ObjectNode node = NODES.objectNode();
        node.set("position", numbers(minimum.at()));
        node.put("height", minimum.height());
        double[] at = minimum.at().stream().mapToDouble(x -> x).toArray();
        node.set("curvature", numbers(hill.curvatures(at)));
        return node;
    }

    /** The path of a descent, with the optimizer's defaults filled in. */
    public static ObjectNode path(HillInfo info, Descent descent, HillPath path) {
        ObjectNode node = NODES.objectNode().put("hill", info.name());
        node.set("optimizer", OptimizerJson.write(descent.optimizer()));
        node.put("complete", path.complete());
        ArrayNode places = node.putArray("trail");
        for (HillPath.Place place : path.places()) {
            ObjectNode json = places.addObject().put("number", place.number());
            json.set("position", numbers(place.position()));
            json.put("height", place.height());
            json.set("slope", numbers(place.slope()));
            json.set("velocity", numbers(place.velocity()));
            json.set("step", numbers(place.step()));
        }
        return node;
    }

    /** Heights over a grid: {@code {"axes": [[…], […]], "heights": [[…], …]}}, a row for each place of the second axis. */
    public static ObjectNode heights(HeightMap map) {
        ObjectNode node = NODES.objectNode();
        node.set("axes", rows(map.axes()));
        node.set("heights", rows(map.heights()));
        return node;
    }

    private static ArrayNode rows(List<List<Double>> rows) {
        ArrayNode list = NODES.arrayNode();
        rows.forEach(row -> list.add(numbers(row)));
        return list;
    }

    private static ArrayNode numbers(List<Double> numbers) {
        ArrayNode list = NODES.arrayNode();
        numbers.forEach(list::add);
        return list;
    }
}
