package downhill.course.guide;

import java.util.List;

/**
 * The advice to a teacher for one lesson; all texts are HTML. The answers are not in it: they derive from the lesson.
 *
 * @param aims endings of "Learners can …", each something that can be observed
 * @param before sentences on what learners need to know
 * @param plan rows that cover every scene in order and the lesson's minutes
 * @param misconceptions wrong ideas that the lesson meets
 * @param discuss open questions for the class
 */
public record TeachingGuide(
        List<String> aims,
        List<String> before,
        List<Row> plan,
        List<Misconception> misconceptions,
        List<Discussion> discuss) {
    /**
     * A part of the plan.
     *
     * @param first the number of its first scene
     * @param last the number of its last scene
     * @param activity what the class does
     * @param ask a question to ask at the projector; empty where there is none
     */
    public record Row(int first, int last, int minutes, String activity, String ask) {}

    /**
     * A wrong idea.
     *
     * @param says the idea in a learner's words
     * @param but what is true
     * @param scene the number of the scene that shows it
     */
    public record Misconception(String says, String but, int scene) {}

    /**
     * An open question.
     *
     * @param points what a good answer contains
     * @param beyond whether it is for those who know more
     */
    public record Discussion(String ask, String points, boolean beyond) {}
}
