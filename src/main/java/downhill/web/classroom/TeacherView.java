package downhill.web.classroom;

import downhill.classroom.Agenda;
import downhill.classroom.AgendaItem;
import downhill.classroom.ClassCode;
import downhill.classroom.Classroom;
import downhill.classroom.Learner;
import downhill.classroom.Pace;
import java.util.List;

/**
 * A class, as the teacher's page needs it.
 *
 * @param base what every address of the app begins with
 * @param address the page's own, which is the key to the class
 * @param board the address of the projector's page
 * @param join the address at which learners type the code
 * @param tallies the answers to each question
 * @param days how long the class is kept
 */
public record TeacherView(
        String base,
        String address,
        String board,
        String join,
        String code,
        Agenda agenda,
        Classroom state,
        List<TallyView> tallies,
        long days) {
    /** The code as people read it out. */
    public String shownCode() {
        return ClassCode.shown(code);
    }

    /** The number of learners in words. */
    public String count() {
        int count = state.learners().size();
        return count == 0 ? "Nobody has joined yet" : count == 1 ? "1 learner" : count + " learners";
    }

    /** The learners at a scene or an item. */
    public List<Learner> at(AgendaItem item) {
        return state.at(item.number());
    }

    /** The answers to the questions of a scene or an item. */
    public List<TallyView> tallies(AgendaItem item) {
        return tallies.stream()
                .filter(one -> one.asked().item() == item.number())
                .toList();
    }

    /** Tests whether a question's answers are on the projector. */
    public boolean isShown(TallyView tally) {
        return state.shown().filter(tally.asked().key()::equals).isPresent();
    }

    /** The number of learners who have begun a descent in a scene; none where nobody goes down. */
    public long descents(AgendaItem item) {
        return DescentView.isFor(item) ? DescentView.count(item, state) : 0;
    }

    /** Tests whether the class's descents in a scene are on the projector. */
    public boolean isShown(AgendaItem item) {
        return state.shown().filter(Classroom.descentsIn(item.number())::equals).isPresent();
    }

    /** The learners with a nickname. */
    public List<Learner> named() {
        return state.learners().stream()
                .filter(learner -> learner.nickname().isPresent())
                .toList();
    }

    /** The kind of the pace: free, at, or up-to. */
    public String pace() {
        return state.pace().text().split(" ", -1)[0];
    }

    /** The scene of the pace's choice: the one that is held, or else the one where the class is. */
    public int paceScene() {
        return switch (state.pace()) {
            case Pace.Free free -> state.presentScene();
            case Pace.At(int scene) -> scene;
            case Pace.UpTo(int scene) -> scene;
        };
    }

    /** The pace in words. */
    public String paceWords() {
        String place = agenda.noun() + " " + paceScene();
        return switch (state.pace()) {
            case Pace.Free free -> "Everybody goes freely";
            case Pace.At at -> "Everybody is held at " + place;
            case Pace.UpTo upTo -> "Everybody goes freely up to " + place;
        };
    }

    /** Tests whether learners may open a scene or an item. */
    public boolean isOpen(AgendaItem item) {
        return state.pace().allowed(item.number()) == item.number();
    }
}
