package downhill.web.classroom;

import downhill.classroom.Agenda;
import downhill.classroom.AgendaItem;
import downhill.classroom.ClassCode;
import downhill.classroom.Classroom;
import downhill.classroom.Pace;
import downhill.web.page.QrPicture;
import java.util.Optional;

/**
 * A class, as the projector's page needs it.
 *
 * @param address the page's own
 * @param join the address at which learners type the code
 * @param qr leads to the same address with the code
 * @param shown the answers that the teacher has revealed
 * @param descent the class as one descent, if the teacher shows that
 */
public record BoardView(
        String address,
        String join,
        String code,
        QrPicture qr,
        Agenda agenda,
        Classroom state,
        Optional<TallyView> shown,
        Optional<DescentView> descent) {
    /** The code as people read it out. */
    public String shownCode() {
        return ClassCode.shown(code);
    }

    /** The item of a list at which the class is held. */
    public Optional<AgendaItem> held() {
        return agenda.isList() && state.pace() instanceof Pace.At(int item) ? agenda.item(item) : Optional.empty();
    }

    /** The place of the answers that are shown, in words. */
    public String place(int item) {
        return agenda.noun() + " " + item;
    }

    /** The number of learners in words. */
    public String count() {
        int count = state.learners().size();
        return count == 0 ? "Nobody is here yet" : count == 1 ? "1 learner is here" : count + " learners are here";
    }
}
