package downhill.json;

import downhill.descent.rule.UpdateRules;
import downhill.json.form.Json;
import downhill.net.activation.Activations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The interface's own description, an OpenAPI 3.1 document, as a page shows it.
 *
 * @param groups the operations by their tags, in the order of the document
 */
public record ApiDescription(String description, List<Group> groups) {
    /** Operations that belong together. */
    public record Group(String name, String description, List<Operation> operations) {}

    /**
     * One thing that can be asked for.
     *
     * @param method GET, POST or DELETE
     * @param path with names in braces
     * @param body what the body may say, if there is one
     * @param type the media type of the body, or empty
     * @param example a body: compact JSON, or the lines of a file
     * @param stream whether the answer is a stream of events
     */
    public record Operation(
            String method,
            String path,
            String summary,
            String description,
            List<Field> parameters,
            List<Field> body,
            String type,
            Optional<String> example,
            List<Answer> answers,
            boolean stream) {}

    /**
     * A parameter, or a field of a body.
     *
     * @param place path, query, header or body
     * @param type in words
     * @param example a value for a parameter, or empty
     */
    public record Field(String name, String place, String type, String description, String example) {}

    /** The meaning of a status. */
    public record Answer(String status, String description) {}

    /** The document with the names that the code lists, so that it never has to be changed with them. */
    public static byte[] withNames(byte[] document) {
        JsonNode tree = Json.tree(document);
        name(tree.at("/components/schemas/Network/properties/activations/items"), Activations.names());
        name(tree.at("/components/schemas/Optimizer/properties/name"), UpdateRules.names());
        return Json.bytes(tree);
    }

    private static void name(JsonNode schema, List<String> names) {
        ArrayNode list = ((ObjectNode) schema).putArray("enum");
        names.forEach(list::add);
    }

    /** Reads the document, which is ours. */
    public static ApiDescription read(byte[] document) {
        return new Reader(Json.tree(document)).read();
    }

    private record Reader(JsonNode document) {
        ApiDescription read() {
            List<Group> groups = new ArrayList<>();
            for (JsonNode tag : document.path("tags")) {
                groups.add(new Group(text(tag, "name"), text(tag, "description"), operations(text(tag, "name"))));
            }
            return new ApiDescription(text(document.path("info"), "description"), groups);
        }

        private List<Operation> operations(String tag) {
            List<Operation> operations = new ArrayList<>();
            for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
                for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                    if (method.getValue().path("tags").path(0).asString("").equals(tag)) {
                        operations.add(operation(method.getKey(), path.getKey(), method.getValue()));
                    }
                }
            }
            return operations;
        }

        private Operation operation(String method, String path, JsonNode node) {
            List<Field> parameters = new ArrayList<>();
            for (JsonNode p : node.path("parameters")) {
                parameters.add(new Field(
                        text(p, "name"),
                        text(p, "in"),
                        type(p.path("schema")),
                        text(p, "description"),
                        p.path("example").asString("")));
            }
            JsonNode contents = node.path("requestBody").path("content");
            String type = contents.propertyNames().stream().findFirst().orElse("");
            JsonNode content = contents.path(type);
            List<Answer> answers = new ArrayList<>();
            node.path("responses")
                    .properties()
                    .forEach(e -> answers.add(new Answer(e.getKey(), text(resolved(e.getValue()), "description"))));
            return new Operation(
                    method.toUpperCase(Locale.ROOT),
                    path,
                    text(node, "summary"),
                    text(node, "description"),
                    parameters,
                    body(content.path("schema")),
                    type,
                    example(content.path("example")),
                    answers,
                    node.path("responses").path("200").path("content").has("text/event-stream"));
        }

        private static Optional<String> example(JsonNode node) {
            return node.isMissingNode()
                    ? Optional.empty()
                    : Optional.of(node.isString() ? node.stringValue() : Json.text(node));
        }

        private List<Field> body(JsonNode schema) {
            List<Field> fields = new ArrayList<>();
            for (Map.Entry<String, JsonNode> property :
                    resolved(schema).path("properties").properties()) {
                JsonNode value = resolved(property.getValue());
                fields.add(new Field(property.getKey(), "body", type(value), text(value, "description"), ""));
            }
            return fields;
        }

        private JsonNode resolved(JsonNode node) {
            String reference = text(node, "$ref");
            return reference.startsWith("#/") ? document.at(reference.substring(1)) : node;
        }

        private String type(JsonNode schema) {
            if (schema.has("enum")) {
                List<String> words = new ArrayList<>();
                schema.path("enum").forEach(word -> words.add(word.asString()));
                return String.join(" | ", words);
            }
            String type =
                    schema.path("type").isArray() ? schema.path("type").path(0).asString("") : text(schema, "type");
            return switch (type) {
                case "integer" -> "whole number";
                case "array" -> "list";
                default -> type;
            };
        }

        private static String text(JsonNode node, String name) {
            return node.path(name).asString("");
        }
    }
}
