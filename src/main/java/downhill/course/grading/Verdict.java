package downhill.course.grading;

/**
 * What came of an answer to a check.
 *
 * @param right whether it was right
 * @param hint what helps, as HTML; empty if it was right
 * @param reason confirms a right answer in a sentence, as HTML; empty where there is none
 * @param solution the worked solution as HTML, once it may be seen: after a right answer or two wrong ones; empty before
 */
public record Verdict(boolean right, String hint, String reason, String solution) {}
