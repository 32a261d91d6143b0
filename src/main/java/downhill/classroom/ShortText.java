package downhill.classroom;

import java.text.Normalizer;
import java.util.Optional;

/** A line that somebody in a class typed for others to read, such as a nickname: plain text without anything invisible. */
public final class ShortText {
    /** The most accents on one letter; more of them run into the lines above and below. */
    private static final int MOST_MARKS = 2;

    private ShortText() {}

    /** The text without spaces around it, in the usual composed form. */
    public static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    /** The reason why nobody may be shown a plain text of at most some characters; nothing if it is fine. */
    public static Optional<String> problem(String plain, int most) {
        if (plain.codePointCount(0, plain.length()) > most) {
            return Optional.of("At most " + most + " characters are allowed.");
        }
        if (plain.codePoints().anyMatch(ShortText::isInvisible)) {
            return Optional.of("Only letters, digits, signs and spaces are allowed, no control characters.");
        }
        return hasPiles(plain)
                ? Optional.of("At most " + MOST_MARKS + " accents are allowed on one letter.")
                : Optional.empty();
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static boolean hasPiles(String text) {
        int marks = 0;
        for (int i = 0; i < text.length(); i++) {
            int type = Character.getType(text.charAt(i));
            marks = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK ? marks + 1 : 0;
            if (marks > MOST_MARKS) {
                return true;
            }
        }
        return false;
    }
}
