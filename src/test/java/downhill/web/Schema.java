package downhill.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The part of JSON Schema that our description uses: what is wrong with a value, by its schema. */
final class Schema {
    private final JsonNode document;
    private final List<String> problems = new ArrayList<>();

    private Schema(JsonNode document) {
        this.document = document;
    }

    /** The places at which a value breaks its schema, each with the reason. */
    static List<String> problems(JsonNode document, JsonNode schema, JsonNode value) {
        var check = new Schema(document);
        check.check(schema, value, "");
        return check.problems;
    }

    private void check(JsonNode given, JsonNode value, String at) {
        JsonNode schema = resolved(given);
        if (schema.has("const") && !schema.get("const").equals(value)) {
            problems.add(at + ": " + value + " is not " + schema.get("const"));
        }
        if (schema.has("enum") && !contains(schema.get("enum"), value)) {
            problems.add(at + ": " + value + " is not one of " + schema.get("enum"));
        }
        if (schema.has("type") && !isOneOf(schema.get("type"), value)) {
            problems.add(at + ": " + value + " is not " + schema.get("type"));
        }
        if (value.isObject()) {
            checkMembers(schema, value, at);
        }
        if (value.isArray()) {
            checkItems(schema, value, at);
        }
        checkParts(schema, value, at);
    }

    private void checkItems(JsonNode schema, JsonNode value, String at) {
        if (value.size() < schema.path("minItems").asInt(0)
                || value.size() > schema.path("maxItems").asInt(Integer.MAX_VALUE)) {
            problems.add(at + " has " + value.size() + " elements");
        }
        if (schema.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                check(schema.get("items"), value.get(i), at + "/" + i);
            }
        }
    }

    /** Schemas that are made of others: all of them hold, or exactly one. */
    private void checkParts(JsonNode schema, JsonNode value, String at) {
        schema.path("allOf").forEach(part -> check(part, value, at));
        if (schema.has("oneOf")) {
            List<List<String>> wrong = new ArrayList<>();
            schema.get("oneOf").forEach(part -> wrong.add(problems(document, part, value)));
            if (wrong.stream().filter(List::isEmpty).count() != 1) {
                problems.add(at + " fits none or several: " + wrong);
            }
        }
        if (schema.has("unevaluatedProperties")) {
            Set<String> known = new HashSet<>();
            schema.path("allOf")
                    .forEach(part ->
                            known.addAll(resolved(part).path("properties").propertyNames()));
            value.propertyNames().stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> problems.add(at + "/" + name + " is not described"));
        }
    }

    private void checkMembers(JsonNode schema, JsonNode value, String at) {
        for (JsonNode name : schema.path("required")) {
            if (!value.has(name.asString())) {
                problems.add(at + " has no " + name);
            }
        }
        boolean closed = schema.path("additionalProperties").isBoolean();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            JsonNode property = schema.path("properties").path(member.getKey());
            if (!property.isMissingNode()) {
                check(property, member.getValue(), at + "/" + member.getKey());
            } else if (closed) {
                problems.add(at + "/" + member.getKey() + " is not described");
            }
        }
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.get("$ref").asString().substring(1)) : schema;
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        for (JsonNode one : list) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOneOf(JsonNode types, JsonNode value) {
        if (types.isArray()) {
            for (JsonNode type : types) {
                if (is(type.asString(), value)) {
                    return true;
                }
            }
            return false;
        }
        return is(types.asString(), value);
    }

    private static boolean is(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            default -> false;
        };
    }
}
