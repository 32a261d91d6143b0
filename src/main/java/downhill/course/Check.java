package downhill.course;

import java.util.List;
import java.util.Map;

/** A question that is graded; its solution, as HTML, is shown after two wrong tries. */
public sealed interface Check extends Question {
    String solution();

    /** One sentence of reason that confirms a right answer, as HTML; empty where it has none. */
    String reason();

    /** The numbers that the check supplies to each learner. */
    Given given();

    /**
     * A question for a number, computed from what the learner's stage shows.
     *
     * @param with paths into what the stage shows, by the names that the expressions use
     * @param answer an expression
     * @param mistakes known wrong ways, the first that fits counts
     * @param begin the first step of the calculation as HTML, for an answer that no known mistake explains
     */
    record Numeric(
            String id,
            String ask,
            Given given,
            Map<String, String> with,
            String answer,
            Tolerance tolerance,
            List<Slip> mistakes,
            String begin,
            String reason,
            String solution)
            implements Check {}

    /** A question with given answers, of which at least one is right. */
    record Choice(String id, String ask, List<Option> options, String reason, String solution) implements Check {
        @Override
        public Given given() {
            return Given.NONE;
        }
    }

    /** The distance from the truth that still counts as right: the larger of a share of the truth and a fixed distance. */
    record Tolerance(double relative, double absolute) {
        public boolean allows(double answer, double truth) {
            return StrictMath.abs(answer - truth)
                    <= Math.max(Math.max(absolute, 1e-12), relative * StrictMath.abs(truth));
        }
    }

    /** A known mistake: the expression of its result, and the hint, as HTML. */
    record Slip(String when, String hint) {}

    /**
     * One of the answers.
     *
     * @param text as HTML without paragraphs
     * @param hint helps a learner who chose a wrong one; a right one needs none
     * @param reason confirms a right one; empty where the check's own does
     */
    record Option(String text, boolean right, String hint, String reason) {}
}
