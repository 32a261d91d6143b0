package downhill.live.launch;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;

/**
 * A thing that a learner did, for a learning record store.
 *
 * @param id tells it apart, however often it is sent
 * @param issuer the platform's name for itself
 * @param learner a name that says nothing about who the learner is
 * @param lesson the lesson's name in addresses
 * @param question the answered question's id
 * @param isRight whether the answer was right, where there is a right one
 */
public record Happening(
        UUID id,
        Verb verb,
        String issuer,
        String learner,
        String lesson,
        Optional<String> question,
        Optional<Boolean> isRight,
        Instant time) {
    private static final int FIELDS = 8;

    /** The happening as a text, as {@link #read} reads it: a line for each field. */
    String text() {
        return String.join(
                "\n",
                id.toString(),
                verb.name(),
                issuer,
                learner,
                lesson,
                question.orElse(""),
                isRight.map(String::valueOf).orElse(""),
                time.toString());
    }

    /** The happening of a text; nothing if it is none. */
    static Optional<Happening> read(String text) {
        String[] lines = text.split("\n", -1);
        try {
            return lines.length != FIELDS
                    ? Optional.empty()
                    : Optional.of(new Happening(
                            UUID.fromString(lines[0]),
                            Verb.valueOf(lines[1]),
                            lines[2],
                            lines[3],
                            lines[4],
                            filled(lines[5]),
                            filled(lines[6]).map(Boolean::valueOf),
                            Instant.parse(lines[7])));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> filled(String line) {
        return line.isEmpty() ? Optional.empty() : Optional.of(line);
    }

    /** The kinds of things. */
    public enum Verb {
        STARTED,
        ANSWERED,
        COMPLETED
    }
}
