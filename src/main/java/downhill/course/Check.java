package downhill.course;

import java.util.List;
import java.util.Map;

/** A question that is graded; its solution, as HTML, is shown after two wrong tries. */
public sealed interface Check extends Question {
    String solution();

    /**
     * A question for a number, computed from what the learner's stage shows.
     *
     * @param with paths into what the stage shows, by the names that the expressions use
     * @param answer an expression
     * @param mistakes known wrong ways, the first that fits counts
     */
    record Numeric(
            String id,
            String ask,
            Map<String, String> with,
            String answer,
            Tolerance tolerance,
            List<Slip> mistakes,
            String solution)
            implements Check {}

    /** A question with given answers, of which at least one is right. */
    record Choice(String id, String ask, List<Option> options, String solution) implements Check {}

    /** How far from the truth counts as right: the larger of a share of it and a fixed distance. */
    record Tolerance(double relative, double absolute) {
        public boolean allows(double answer, double truth) {
            return StrictMath.abs(answer - truth)
                    <= Math.max(Math.max(absolute, 1e-12), relative * StrictMath.abs(truth));
        }
    }

    /** A wrong way: the expression of what it leads to, and what helps, as HTML. */
    record Slip(String when, String hint) {}

    /** One of the answers, as HTML without paragraphs, with what helps whoever chose it; a right one needs no hint. */
    record Option(String text, boolean right, String hint) {}
}
