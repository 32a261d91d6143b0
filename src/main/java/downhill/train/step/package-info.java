/**
 * The steps of a run. A {@link downhill.train.step.Stepper} goes from {@link downhill.train.step.Position} to position:
 * {@link downhill.train.step.Slope} computes the batch's cost and gradient into an {@link downhill.train.step.Outcome},
 * {@link downhill.train.step.Updates} turns the gradient into the update, and {@link downhill.train.step.Finiteness} finds the first number
 * that is not finite. A {@link downhill.train.step.Run} holds the newest step only.
 */
@org.jspecify.annotations.NullMarked
package downhill.train.step;
