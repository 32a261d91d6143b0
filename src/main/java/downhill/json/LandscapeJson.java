package downhill.json;

import downhill.insight.Directions;
import downhill.insight.Landscape;
import downhill.json.form.Json;
import downhill.net.Parameter.Weight;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of a landscape, in UTF-8. */
public final class LandscapeJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private LandscapeJson() {}

    /** The landscape; a cost that is not finite is null. */
    public static byte[] write(Landscape landscape) {
        ObjectNode node = NODES.objectNode();
        node.set("alphas", row(landscape.alphas()));
        node.set("betas", row(landscape.betas()));
        ArrayNode costs = node.putArray("costs");
        for (double[] row : landscape.costs()) {
            costs.add(row(row));
        }
        node.set("directions", directions(landscape));
        ArrayNode path = node.putArray("path");
        landscape
                .path()
                .forEach(step ->
                        path.addArray().add(step.step()).add(step.alpha()).add(step.beta()));
        ObjectNode share = node.putObject("share");
        optional(share, "path", landscape.share().path());
        optional(share, "gradient", landscape.share().gradient());
        return Json.bytes(node);
    }

    private static ObjectNode directions(Landscape landscape) {
        ObjectNode node = NODES.objectNode();
        switch (landscape.directions()) {
            case Directions.Weights(var first, var second) -> {
                ArrayNode weights = node.put("name", "weights").putArray("weights");
                at(weights.addArray(), first);
                at(weights.addArray(), second);
            }
            case Directions.Random r -> node.put("name", "random");
            case Directions.Path p -> node.put("name", "path").set("explained", row(landscape.explained()));
        }
        return node;
    }

    private static void at(ArrayNode node, Weight at) {
        node.add(at.l()).add(at.j()).add(at.k());
    }

    private static void optional(ObjectNode node, String name, OptionalDouble value) {
        if (value.isPresent()) {
            node.put(name, value.getAsDouble());
        } else {
            node.putNull(name);
        }
    }

    private static ArrayNode row(double[] numbers) {
        ArrayNode row = NODES.arrayNode();
        for (double number : numbers) {
            if (Double.isFinite(number)) {
                row.add(number);
            } else {
                row.addNull();
            }
        }
        return row;
    }
}
