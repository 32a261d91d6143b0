package downhill.web.lesson;

import downhill.course.Lesson;
import downhill.course.Scene;
import downhill.course.guide.TeachingGuide;
import downhill.course.guide.TeachingGuide.Row;
import downhill.course.teaching.AnswerKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A lesson's teaching guide, as its page needs it.
 *
 * @param base what every address of the app begins with
 * @param previous the lesson before it that has a guide
 * @param next the lesson after it that has a guide
 */
public record GuideView(
        String base,
        Lesson lesson,
        TeachingGuide guide,
        AnswerKey key,
        Optional<Lesson> previous,
        Optional<Lesson> next) {
    /**
     * A row of the plan.
     *
     * @param from the minute at which it begins
     */
    public record PlanRow(Row row, int from, List<Scene> scenes) {
        /** The minute at which it ends. */
        public int to() {
            return from + row.minutes();
        }
    }

    /** The plan with its clock and its scenes. */
    public List<PlanRow> plan() {
        List<PlanRow> rows = new ArrayList<>();
        int from = 0;
        for (Row row : guide.plan()) {
            rows.add(new PlanRow(row, from, lesson.scenes().subList(row.first() - 1, row.last())));
            from += row.minutes();
        }
        return rows;
    }

    /** The address of a scene of this lesson. */
    public String address(int scene) {
        return base + "/lessons/" + lesson.slug() + "/" + scene;
    }

    /** The address of a lesson's guide. */
    public String guideOf(Lesson other) {
        return base + "/teachers/" + other.slug();
    }
}
