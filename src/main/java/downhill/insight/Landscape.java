package downhill.insight;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The cost of the training set over a plane through the parameters of a step, which lie at alpha = beta = 0, and the path of
 * training seen on that plane.
 *
 * @param alphas ascending, evenly spaced
 * @param betas ascending, evenly spaced
 * @param costs [i][j] at alphas[i] and betas[j]; not finite where the network's numbers are not
 * @param directions what spans the plane
 * @param explained the share of the path's variance that each direction explains, empty unless they were chosen for that
 * @param path the steps of the path to this one, each at the spot of the plane that is nearest to its parameters
 * @param share how much of the path and the gradient the plane shows
 */
@SuppressWarnings("ArrayRecordComponent")
public record Landscape(
        double[] alphas,
        double[] betas,
        double[][] costs,
        Directions directions,
        double[] explained,
        List<Step> path,
        Share share) {

    /** The place of one step of the path in the plane. */
    public record Step(int step, double alpha, double beta) {}

    /**
     * The shares of the path's length and of the gradient's length that the plane holds, 0 to 1 each.
     *
     * @param path of the path's length, from point to point; absent if it has none
     * @param gradient of the length of the step's gradient; absent if it has none
     */
    public record Share(OptionalDouble path, OptionalDouble gradient) {}
}
