package downhill.json;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** How values are named in messages to the people who sent them. */
final class Values {
    private static final int LONGEST_SHOWN = 40;

    private Values() {}

    /** What kind of thing a node is. */
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
    static String shown(String text) {
        String printable = text.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .limit(LONGEST_SHOWN)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return text.length() > LONGEST_SHOWN ? printable + "…" : printable;
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
        if (wrong.length() > LONGEST_SHOWN) {
            return "";
        }
        return names.stream()
                .min(Comparator.comparingInt(name -> distance(wrong, name)))
                .filter(name -> distance(wrong, name) <= 1 + wrong.length() / 4)
                .map(name -> " Did you mean \"" + name + "\"?")
                .orElse("");
    }

    /** The edit distance of Levenshtein (1965), letters compared without case. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                int change = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Integer.min(change, 1 + Integer.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
