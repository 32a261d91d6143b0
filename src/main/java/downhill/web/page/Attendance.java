package downhill.web.page;

import downhill.classroom.Agenda;
import downhill.classroom.AgendaItem;
import downhill.live.room.Seat;
import java.util.Optional;

/**
 * A learner at one of the things that the learner's class works through.
 *
 * @param item its number
 * @param go the beginning of the addresses that lead to each of them by its number
 * @param list the teacher's own list; nothing in a class on one lesson, whose pages lead on by themselves
 */
public record Attendance(Seat seat, int item, String go, Optional<Agenda> list) {
    /** The number of the thing that the class lets the learner open instead; the same if it is open. */
    public int allowed() {
        return seat.room().state().pace().allowed(item);
    }

    /** The name of a question within the class. */
    public String key(String question) {
        return seat.room().state().subject().key(item, question);
    }

    /** The address of the thing of a number. */
    public String address(int number) {
        return go + "/" + number;
    }

    /** The teacher's words to this thing; empty if there are none. */
    public String words() {
        return seat.room().state().subject().words(item);
    }

    /** The thing's own title in a list. */
    public String title() {
        return list.flatMap(agenda -> agenda.item(item)).map(AgendaItem::title).orElse("");
    }

    /** Tests whether nothing follows. */
    public boolean isLast() {
        return item >= seat.room().state().scenes();
    }
}
