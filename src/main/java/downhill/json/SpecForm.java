package downhill.json;

import downhill.json.form.Json;
import downhill.train.spec.RunSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A specification put together from texts at JSON pointers, as a form's fields are; numbers become numbers where they can. */
public final class SpecForm {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ObjectNode root = NODES.objectNode();

    /** Puts a text under a pointer such as {@code /data/noise}; as a number if it is one. */
    public SpecForm put(String pointer, String text) {
        parent(pointer).set(leaf(pointer), scalar(text));
        return this;
    }

    /** Puts a list of texts under a pointer, each as a number if it is one. */
    public SpecForm putAll(String pointer, List<String> texts) {
        ArrayNode list = NODES.arrayNode();
        texts.forEach(text -> list.add(scalar(text)));
        parent(pointer).set(leaf(pointer), list);
        return this;
    }

    /** Puts rows of numbers under a pointer. */
    public SpecForm putRows(String pointer, List<List<Double>> rows) {
        ArrayNode list = NODES.arrayNode();
        rows.forEach(row -> {
            ArrayNode numbers = list.addArray();
            row.forEach(numbers::add);
        });
        parent(pointer).set(leaf(pointer), list);
        return this;
    }

    /** Puts each text that is not empty under its pointer. */
    public SpecForm putPresent(Map<String, String> texts) {
        texts.forEach((pointer, text) -> {
            if (!text.isEmpty()) {
                put(pointer, text);
            }
        });
        return this;
    }

    /** Puts the data of another specification. */
    public SpecForm putData(RunSpec spec) {
        root.set("data", RunSpecWriter.data(spec.data()));
        return this;
    }

    /** The specification's JSON in UTF-8. */
    public byte[] json() {
        return Json.bytes(root);
    }

    private static JsonNode scalar(String text) {
        if (text.equals("true") || text.equals("false")) {
            return NODES.booleanNode(text.equals("true"));
        }
        try {
            double value = Double.parseDouble(text);
            if (!Double.isFinite(value)) {
                return NODES.stringNode(text);
            }
            return value == StrictMath.rint(value) && StrictMath.abs(value) <= RunSpecReader.LARGEST_SEED
                    ? NODES.numberNode((long) value)
                    : NODES.numberNode(value);
        } catch (NumberFormatException e) {
            return NODES.stringNode(text);
        }
    }

    private ObjectNode parent(String pointer) {
        List<String> names = names(pointer);
        ObjectNode node = root;
        for (String name : names.subList(0, names.size() - 1)) {
            JsonNode child = node.get(name);
            node = child instanceof ObjectNode object ? object : node.putObject(name);
        }
        return node;
    }

    private static String leaf(String pointer) {
        return names(pointer).getLast();
    }

    private static List<String> names(String pointer) {
        List<String> names = new ArrayList<>();
        int start = 1;
        while (start <= pointer.length()) {
            int end = pointer.indexOf('/', start);
            names.add(pointer.substring(start, end < 0 ? pointer.length() : end));
            start = end < 0 ? pointer.length() + 1 : end + 1;
        }
        return names;
    }
}
