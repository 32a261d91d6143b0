package downhill.course.grading;

/**
 * The result of an answer to a check.
 *
 * @param hint what helps, as HTML; empty if it was right
 * @param reason confirms a right answer in a sentence, as HTML; empty where there is none
 * @param solution the worked solution as HTML, once it may be seen: after a right answer or two wrong ones; empty before
 */
public record Verdict(Outcome outcome, String hint, String reason, String solution) {
    /** The kinds of outcome; an answer that could not be judged is no try. */
    public enum Outcome {
        RIGHT,
        WRONG,
        UNJUDGED
    }

    public boolean right() {
        return outcome == Outcome.RIGHT;
    }

    /** An answer that could not be judged, and the reason. */
    static Verdict unjudged(String why) {
        return new Verdict(Outcome.UNJUDGED, why, "", "");
    }
}
