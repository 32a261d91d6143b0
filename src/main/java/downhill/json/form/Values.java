package downhill.json.form;

import downhill.math.text.EditDistance;
import java.util.Collection;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Names of values in messages to the people who sent them. */
public final class Values {
    private static final int LONGEST_SHOWN = 40;

    private Values() {}

    /** The kind of a node, in words. */
    static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> node.toString();
            case NULL -> "null";
            default -> "something else";
        };
    }

    /** A value as it was sent, shortened, without control characters. */
    public static String shown(String text) {
        String printable = text.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .limit(LONGEST_SHOWN)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return text.length() > LONGEST_SHOWN ? printable + "…" : printable;
    }

    /** A name as one part of a JSON pointer (RFC 6901). */
    public static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** A number without a needless fraction. */
    static String plain(double x) {
        return x == StrictMath.rint(x) && StrictMath.abs(x) < 1e15 ? Long.toString((long) x) : Double.toString(x);
    }

    static String listed(Collection<String> words) {
        return words.stream().map(w -> "\"" + w + "\"").collect(Collectors.joining(", "));
    }

    /** " Did you mean …?" if one of the names is near, else nothing. */
    static String nearest(String wrong, Collection<String> names) {
        return EditDistance.nearest(wrong, names)
                .map(name -> " Did you mean \"" + name + "\"?")
                .orElse("");
    }
}
