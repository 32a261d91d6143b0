package downhill.course.text;

import java.util.List;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** One value of a YAML text at its place; read as what is expected there, with what is wrong noted. */
public final class YamlValue {
    private final Node node;
    private final Place first;
    private final Mistakes mistakes;

    YamlValue(Node node, Place first, Mistakes mistakes) {
        this.node = node;
        this.first = first;
        this.mistakes = mistakes;
    }

    /** The line on which it begins. */
    public Place place() {
        return first.down(node.getStartMark().map(mark -> mark.getLine()).orElse(0));
    }

    /** The line on which its text begins, which in a block is the one after its sign. */
    public Place textPlace() {
        boolean block = node instanceof ScalarNode s
                && (s.getScalarStyle() == ScalarStyle.LITERAL || s.getScalarStyle() == ScalarStyle.FOLDED);
        return place().down(block ? 1 : 0);
    }

    public Mistakes mistakes() {
        return mistakes;
    }

    /** Notes what is wrong with it. */
    public void refuse(String text) {
        mistakes.note(place(), text);
    }

    public boolean isObject() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public boolean isNumber() {
        return node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT);
    }

    public boolean isFlag() {
        return node.getTag().equals(Tag.BOOL);
    }

    /** A text; a number or a truth value without quotes counts as the text it is. */
    public String text() {
        if (node instanceof ScalarNode s && !node.getTag().equals(Tag.NULL)) {
            return s.getValue();
        }
        refuse("a text is expected here, not " + kind());
        return "";
    }

    /** A finite number. */
    public double number() {
        if (isNumber()) {
            try {
                double x = Double.parseDouble(text());
                if (Double.isFinite(x)) {
                    return x;
                }
            } catch (NumberFormatException e) {
                // The message is added below.
            }
        }
        refuse("a number is expected here, not " + kind());
        return 0;
    }

    /** A whole number from low to high. */
    public int whole(int low, int high) {
        double x = number();
        if (x != StrictMath.rint(x) || x < low || x > high) {
            refuse("a whole number from " + low + " to " + high + " is expected here, not " + text());
            return low;
        }
        return (int) x;
    }

    public boolean flag() {
        if (isFlag()) {
            return Boolean.parseBoolean(text());
        }
        refuse("true or false is expected here, not " + kind());
        return false;
    }

    /** One of the names; the first if the value is none of them. */
    public String choice(String kind, List<String> names) {
        String name = text();
        if (names.contains(name)) {
            return name;
        }
        if (node instanceof ScalarNode) {
            mistakes.unknown(place(), kind, name, names);
        }
        return names.getFirst();
    }

    public List<YamlValue> elements() {
        if (node instanceof SequenceNode s) {
            return s.getValue().stream()
                    .map(n -> new YamlValue(n, first, mistakes))
                    .toList();
        }
        refuse("a list [...] is expected here, not " + kind());
        return List.of();
    }

    public Fields fields() {
        if (!(node instanceof MappingNode)) {
            refuse("names with values {...} are expected here, not " + kind());
        }
        return new Fields(this, node instanceof MappingNode m ? m.getValue() : List.of());
    }

    YamlValue of(Node part) {
        return new YamlValue(part, first, mistakes);
    }

    /** The value as JSON. */
    public String json() {
        return YamlJson.of(node);
    }

    /** The value as JSON, without one of its names. */
    public String jsonWithout(String name) {
        return YamlJson.without(node, name);
    }

    /** The value at a JSON pointer below this one, or the last one along it that there is. */
    public YamlValue at(String pointer) {
        return of(YamlJson.at(node, pointer));
    }

    private String kind() {
        return switch (node) {
            case MappingNode m -> "names with values";
            case SequenceNode s -> "a list";
            case ScalarNode s when s.getTag().equals(Tag.NULL) -> "nothing";
            case ScalarNode s -> "\"" + s.getValue() + "\"";
            default -> "something else";
        };
    }
}
