package downhill.train.step;

/**
 * The step and the quantity at which a run left the finite numbers.
 *
 * @param step the newest step whose whole frame, updates included, is finite; the update from it leads out
 * @param layer the weight layer l in which the first number that is not finite stood
 * @param quantity which of the step's arrays: "weights", "preActivations", "weightGradients", …, or "cost"
 */
public record Divergence(int step, int layer, String quantity) {}
