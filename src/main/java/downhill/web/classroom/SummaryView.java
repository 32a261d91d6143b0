package downhill.web.classroom;

import downhill.classroom.Agenda;
import downhill.classroom.AgendaItem;
import downhill.classroom.Classroom;
import downhill.classroom.Tally;
import downhill.course.guide.TeachingGuide.Discussion;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A class afterwards, as its page needs it.
 *
 * @param address the address of the teacher's page
 * @param discuss questions from the guides of the lessons
 * @param tallies the answers to each question
 * @param descents the class as one descent, where somebody went down
 * @param days how long the class is kept
 */
public record SummaryView(
        String address,
        Agenda agenda,
        List<Discussion> discuss,
        Classroom state,
        List<TallyView> tallies,
        List<DescentView> descents,
        Instant opened,
        long days) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    /** A check counts as hard if fewer than this share of the class had it right at the first try. */
    private static final double HARD = 0.6;

    private static final int MOST_HARD = 4;

    /** The day on which the class was started. */
    public String day() {
        return DAY.format(opened.atOffset(ZoneOffset.UTC));
    }

    /** The day on which it will be deleted. */
    public String end() {
        return DAY.format(opened.atOffset(ZoneOffset.UTC).plusDays(days));
    }

    /** The questions that somebody answered, of one scene or item. */
    public List<TallyView> tallies(AgendaItem item) {
        return tallies.stream()
                .filter(one ->
                        one.asked().item() == item.number() && one.tally().answered() > 0)
                .toList();
    }

    /** The class as one descent in a scene, if somebody went down there. */
    public Optional<DescentView> descent(AgendaItem item) {
        return descents.stream()
                .filter(one -> one.item().number() == item.number())
                .findFirst();
    }

    /** The number of learners who came to a scene or an item, or further. */
    public long reached(AgendaItem item) {
        return state.learners().stream()
                .filter(learner -> learner.scene() >= item.number())
                .count();
    }

    /** The checks that the fewest had right at the first try, the hardest first. */
    public List<TallyView> hard() {
        return tallies.stream()
                .filter(one -> one.tally() instanceof Tally.OfCheck check && check.answered() > 0 && share(one) < HARD)
                .sorted(Comparator.comparingDouble(SummaryView::share))
                .limit(MOST_HARD)
                .toList();
    }

    /** The share of the class who had a check right at the first try. */
    private static double share(TallyView one) {
        return one.tally() instanceof Tally.OfCheck check ? (double) check.rightAtOnce() / check.answered() : 1;
    }

    /** The same in percent. */
    public long percentAtOnce(TallyView one) {
        return Math.round(100 * share(one));
    }
}
