package downhill.live.launch;

import java.time.Instant;
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
    /** The kinds of things. */
    public enum Verb {
        STARTED,
        ANSWERED,
        COMPLETED
    }
}
