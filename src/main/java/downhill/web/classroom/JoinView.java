package downhill.web.classroom;

import downhill.classroom.Subject.OfLesson;
import downhill.live.room.LiveClass;
import downhill.live.room.Seat;
import java.util.Optional;

/**
 * The form for joining a class, as its page needs it.
 *
 * @param base what every address of the app begins with
 * @param code as it was typed, or as the QR code has it
 * @param nickname as it was typed
 * @param problem the reason why nothing came of it, in a sentence; empty if there is none
 * @param seat the one that the browser has already
 */
public record JoinView(String base, String code, String nickname, String problem, Optional<Seat> seat) {
    /** The address of the class in which the browser has a seat. */
    public String address() {
        return seat.map(taken -> address(base, taken.room())).orElse("");
    }

    /** The address at which a learner works in a class: it leads to the scene or the item where the learner is. */
    static String address(String base, LiveClass room) {
        return base + (room.state().subject() instanceof OfLesson one ? "/lessons/" + one.slug() : "/class");
    }
}
