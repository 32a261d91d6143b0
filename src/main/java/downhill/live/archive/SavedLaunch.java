package downhill.live.archive;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A learner from a learning platform, at one activity. A learner who opens the activity again goes on with the same launch.
 *
 * @param id a hash of the next fields
 * @param platform the platform's name in the settings
 * @param deployment the place in the platform from which the learner came
 * @param learner the platform's opaque name for the learner
 * @param lineitem the address of the column in the platform's gradebook, if scores may be sent there
 * @param lesson the lesson's name in addresses
 * @param done the parts of the lesson that the learner has done
 * @param score the number of them that count
 * @param maximum the number of all parts that count
 * @param opened the time at which the learner last did something
 * @param due the time at which the score is sent next; nothing where the platform has it
 * @param tries how often sending failed
 */
public record SavedLaunch(
        String id,
        String platform,
        String deployment,
        String learner,
        Optional<URI> lineitem,
        String lesson,
        SortedSet<String> done,
        int score,
        int maximum,
        Instant opened,
        Optional<Instant> due,
        int tries) {

    /** A launch at which nothing is done yet. */
    public static SavedLaunch of(
            String id,
            String platform,
            String deployment,
            String learner,
            Optional<URI> lineitem,
            String lesson,
            Instant now) {
        return new SavedLaunch(
                id, platform, deployment, learner, lineitem, lesson, new TreeSet<>(), 0, 0, now, Optional.empty(), 0);
    }

    /** The launch once these parts are done. */
    public SavedLaunch with(Set<String> parts, int count, int all, Instant now, Optional<Instant> next) {
        return new SavedLaunch(
                id, platform, deployment, learner, lineitem, lesson, new TreeSet<>(parts), count, all, now, next, 0);
    }

    /** Tests whether every part that counts is done. */
    public boolean isComplete() {
        return maximum > 0 && score >= maximum;
    }
}
