package downhill.live.archive;

import downhill.classroom.Classroom;
import downhill.classroom.Learner;
import downhill.classroom.Response;
import downhill.classroom.Trace;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
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

    /** Returns whether several servers change the classes, so that each has to ask for {@link #changes} of the others. */
    boolean isShared();

    /** The versions of some classes, by their ids; none of those that were deleted. */
    Map<String, Long> versions(Collection<String> ids);

    /** The changes of a class since a version; nothing if it was deleted. */
    Optional<ClassChanges> changes(String id, long since);

    /** Keeps a new class without learners. */
    void open(SavedClass opened);

    /** Keeps the pace, the pause and the revealed questions of a class. */
    void control(String id, Classroom state);

    /**
     * Keeps a new learner; answers the learner's number, which is another one than the learner says if another server let somebody in meanwhile.
     *
     * @param key the hash of the learner's key
     */
    int join(String id, String key, Learner learner);

    /** Keeps the scene and the nickname of a learner. */
    void learner(String id, String key, Learner learner);

    /** Keeps a learner's answers to a question. */
    void response(String id, String key, String question, Response response);

    /** Keeps a learner's newest descent in a scene. */
    void trace(String id, String key, int scene, Trace trace);

    /** The wrong codes of a group of addresses in a period, and those of all addresses. */
    WrongCodes wrongCodes(int group, long period);

    /** Counts a wrong code. */
    void addWrongCode(int group, long period);

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
