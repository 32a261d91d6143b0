package downhill.live.archive;

import downhill.classroom.Classroom;
import downhill.classroom.Learner;
import downhill.classroom.Response;
import downhill.classroom.Trace;
import java.time.Instant;
import java.util.Optional;

/** A place for classes that outlive the process. The same holds for its methods as for those of {@link Archive}. */
public interface ClassArchive {
    /** The names by which a class is found. */
    enum Name {
        /** The hash of the teacher's key. */
        ID,
        CODE,
        BOARD,
        /** The hash of a learner's key. */
        LEARNER
    }

    /** Returns whether anything is kept at all. */
    boolean keeps();

    /** Keeps a new class without learners. */
    void open(SavedClass opened);

    /** Keeps the pace, the pause and the revealed questions of a class. */
    void control(String id, Classroom state);

    /**
     * Keeps a new learner, or the scene and the nickname of one.
     *
     * @param key the hash of the learner's key
     */
    void learner(String id, String key, Learner learner);

    /** Keeps a learner's answers to a question. */
    void response(String key, String question, Response response);

    /** Keeps a learner's newest way down in a scene. */
    void trace(String key, int scene, Trace trace);

    /** The class of this name. */
    Optional<SavedClass> find(Name by, String name);

    /** The number of all classes. */
    int count();

    /** The number of a visitor's classes. */
    int count(String visitor);

    /** Deletes a class with everything that belongs to it. */
    void delete(String id);

    /** Deletes the classes that were opened before a time. */
    void forget(Instant opened);

    /** Deletes the classes without learners that were opened before a time. */
    void forgetEmpty(Instant opened);
}
