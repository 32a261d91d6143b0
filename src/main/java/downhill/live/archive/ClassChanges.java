package downhill.live.archive;

import downhill.classroom.Classroom;
import downhill.classroom.Learner;
import downhill.classroom.Response;
import downhill.classroom.Trace;
import java.util.List;

/**
 * The changes of a class since a version of it. They may have some that are newer than their own version; those come again.
 *
 * @param version the newest one of which no change is missing
 * @param control a class without learners that has the pace, the pause and the revealed questions
 * @param learners in the order of their numbers; answers and traces are listed by themselves
 */
public record ClassChanges(
        long version, Classroom control, List<Joined> learners, List<Answered> responses, List<Moved> traces) {
    /** A learner who is new, or has another name or scene. */
    public record Joined(String key, Learner learner) {}

    /** The answers of a learner to a question. */
    public record Answered(String key, String question, Response response) {}

    /** The newest descent of a learner in a scene. */
    public record Moved(String key, int scene, Trace trace) {}
}
