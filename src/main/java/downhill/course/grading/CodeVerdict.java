package downhill.course.grading;

import java.util.List;

/**
 * The verdict on the expressions that a learner typed into the gaps of a program.
 *
 * @param gaps in their order
 * @param reason confirms that all are right, as HTML
 * @param solution the complete program, once it may be seen; empty before
 */
public record CodeVerdict(List<OfGap> gaps, String reason, List<String> solution) {
    /** The kinds of outcome of one gap. */
    public enum Outcome {
        RIGHT,
        WRONG,
        /** The text is no expression over the names that are known here. */
        UNREADABLE,
        EMPTY
    }

    /**
     * One gap.
     *
     * @param hint what helps whose expression is wrong, as HTML
     * @param problem the reason why the text was not tried, in plain words
     */
    public record OfGap(String name, Outcome outcome, String hint, String problem) {}

    /** Returns whether every gap is right. */
    public boolean right() {
        return gaps.stream().allMatch(gap -> gap.outcome() == Outcome.RIGHT);
    }

    /** Returns whether an expression is wrong, which counts as a try. */
    public boolean wrong() {
        return gaps.stream().anyMatch(gap -> gap.outcome() == Outcome.WRONG);
    }

    /** The number of gaps that are right. */
    public long rights() {
        return gaps.stream().filter(gap -> gap.outcome() == Outcome.RIGHT).count();
    }
}
