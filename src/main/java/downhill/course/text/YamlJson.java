package downhill.course.text;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** YAML trees as JSON texts, for the readers of the HTTP interface's forms. */
final class YamlJson {
    private YamlJson() {}

    static String of(Node node) {
        return switch (node) {
            case MappingNode m -> joined("{", m.getValue().stream().map(YamlJson::member), "}");
            case SequenceNode s -> joined("[", s.getValue().stream().map(YamlJson::of), "]");
            case ScalarNode s -> scalar(s);
            default -> "null";
        };
    }

    /** An object without the member of a name; anything else whole. */
    static String without(Node node, String name) {
        return node instanceof MappingNode m
                ? joined(
                        "{",
                        m.getValue().stream()
                                .filter(pair -> !name(pair).equals(name))
                                .map(YamlJson::member),
                        "}")
                : of(node);
    }

    private static String joined(String open, Stream<String> parts, String close) {
        return parts.collect(Collectors.joining(",", open, close));
    }

    private static String member(NodeTuple pair) {
        return quoted(name(pair)) + ":" + of(pair.getValueNode());
    }

    static String name(NodeTuple pair) {
        return pair.getKeyNode() instanceof ScalarNode s ? s.getValue() : "";
    }

    private static String scalar(ScalarNode s) {
        String text = s.getValue();
        if (s.getTag().equals(Tag.NULL)) {
            return "null";
        }
        if (s.getTag().equals(Tag.BOOL)) {
            return Boolean.toString(Boolean.parseBoolean(text));
        }
        return s.getTag().equals(Tag.INT) || s.getTag().equals(Tag.FLOAT) ? number(text) : quoted(text);
    }

    private static String number(String text) {
        try {
            return Long.toString(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return fraction(text);
        }
    }

    private static String fraction(String text) {
        try {
            double x = Double.parseDouble(text);
            return Double.isFinite(x) ? Double.toString(x) : quoted(text);
        } catch (NumberFormatException e) {
            return quoted(text);
        }
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                default -> out.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return out.append('"').toString();
    }

    /** The node at a JSON pointer, or the last one along it that there is. */
    static Node at(Node top, String pointer) {
        Node node = top;
        for (String name : pointer.substring(Integer.min(1, pointer.length())).split("/", -1)) {
            Optional<Node> below = below(node, name.replace("~1", "/").replace("~0", "~"));
            if (below.isEmpty()) {
                break;
            }
            node = below.get();
        }
        return node;
    }

    private static Optional<Node> below(Node node, String name) {
        if (node instanceof MappingNode m) {
            return m.getValue().stream()
                    .filter(pair -> name(pair).equals(name))
                    .map(NodeTuple::getValueNode)
                    .findFirst();
        }
        return node instanceof SequenceNode s && name.matches("\\d{1,6}")
                ? s.getValue().stream().skip(Integer.parseInt(name)).findFirst()
                : Optional.empty();
    }
}
