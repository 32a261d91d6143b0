package downhill.course;

/**
 * A program whose missing expressions the learner types.
 *
 * @param reason confirms in a sentence that all are right, as HTML; empty where there is none
 */
public record Gaps(String id, String ask, Code code, String reason) implements Question {}
