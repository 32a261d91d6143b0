/**
 * One step after the other: the batch, its cost and gradient, the update, and the first number that is no longer finite.
 * A {@link downhill.train.step.Run} holds the newest step only.
 */
@org.jspecify.annotations.NullMarked
package downhill.train.step;
