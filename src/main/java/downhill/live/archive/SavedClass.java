package downhill.live.archive;

import downhill.classroom.Classroom;
import java.time.Instant;
import java.util.List;

/**
 * A class as it is kept. Its secrets are kept as hashes alone: nobody who reads the store can act as a teacher or as a learner.
 *
 * @param id the hash of the teacher's key
 * @param code by which learners join
 * @param board the name of the projector's page
 * @param visitor who opened it
 * @param version the newest one of which no change is missing
 * @param learners the hashes of the learners' keys, in the order of the learners' numbers
 */
public record SavedClass(
        String id,
        String code,
        String board,
        String visitor,
        Instant opened,
        long version,
        Classroom state,
        List<String> learners) {}
