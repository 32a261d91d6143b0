/**
 * Explanations of each number of a training step, worked out once. {@link downhill.insight.explanation.Explainer} takes a {@link
 * downhill.insight.explanation.Quantity} and gives its {@link downhill.insight.explanation.Explanation}: the engine's value, the {@link
 * downhill.insight.explanation.Part} tree that comes to it, and {@link downhill.insight.explanation.Remark}s where a rule stops applying. Words,
 * equations and JSON render this tree and do no arithmetic of their own.
 */
@org.jspecify.annotations.NullMarked
package downhill.insight.explanation;
