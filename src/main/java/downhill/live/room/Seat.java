package downhill.live.room;

import downhill.classroom.Learner;
import downhill.classroom.Response;
import downhill.classroom.Trace;
import java.util.Optional;

/**
 * A learner's place in a class.
 *
 * @param key the hash of the learner's key
 * @param number the learner's
 */
public record Seat(LiveClass room, String key, int number) {
    /** The learner as of now. */
    public Learner learner() {
        return room.state().learner(number);
    }

    /** Notes the scene that the learner opened. */
    public void open(int scene) {
        if (learner().scene() != scene) {
            room.change(number, learner -> learner.at(scene));
        }
    }

    /** Gives the learner another nickname, or none. */
    public void rename(Optional<String> nickname) {
        room.rename(number, nickname);
    }

    /** Notes the newest descent in a scene. */
    public void trace(int scene, Trace trace) {
        room.trace(number, scene, trace);
    }

    /** Notes an answer. */
    public void answer(String question, Response response) {
        room.answer(number, question, response);
    }
}
