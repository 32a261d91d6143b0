package downhill.insight;

import downhill.math.Rng;
import downhill.net.Parameter.Weight;
import downhill.net.Shape;
import downhill.train.history.ParameterPath.Waypoint;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import downhill.train.step.Probe;
import downhill.train.step.Run;
import java.util.List;

/** The plane through a run's parameters that a landscape cuts. */
public sealed interface Directions {
    /** Two weights: alpha is added to the first, beta to the second. */
    record Weights(Weight first, Weight second) implements Directions {}

    /**
     * Two random directions, each neuron's incoming row as long as the row of its weights, biases still (Li, Xu, Taylor,
     * Studer and Goldstein, Visualizing the loss landscape of neural nets, 2018).
     */
    record Random() implements Directions {}

    /** The two principal directions of the parameter path up to the step, seen from the step; unit lengths, at right angles. */
    record Path() implements Directions {}

    /** A plane, and for each direction the share of the path's variance around the step that it explains, if it was chosen for that. */
    @SuppressWarnings("ArrayRecordComponent")
    record Chosen(SlicePlane plane, double[] explained) {}

    /**
     * The plane at a run's newest step.
     *
     * @param path the parameter path to this step, which is its last point
     * @throws RefusedException if there are no such weights, or no path yet
     */
    default Chosen plane(Run run, List<Waypoint> path) {
        return switch (this) {
            case Weights(var first, var second) ->
                new Chosen(new SlicePlane(axis(run, first), axis(run, second)), new double[0]);
            case Random r -> {
                Rng rng = Rng.of(run.spec().seed(), Rng.Stream.LANDSCAPE);
                yield new Chosen(new SlicePlane(random(run, rng), random(run, rng)), new double[0]);
            }
            case Path p -> PrincipalPlane.of(path, random(run, Rng.of(run.spec().seed(), Rng.Stream.LANDSCAPE)));
        };
    }

    private static double[] axis(Run run, Weight place) {
        try {
            Nudge.require(run, place);
        } catch (RefusedException e) {
            throw new RefusedException(
                    List.of(new Problem("?directions", e.problems().getFirst().detail())));
        }
        double[] axis = new double[run.network().shape().parameters()];
        axis[place.in(run.network().shape())] = 1;
        return axis;
    }

    /** Gaussian numbers, each neuron's row scaled by |weights| / (|numbers| + 1e-10). */
    private static double[] random(Run run, Rng rng) {
        Shape shape = run.network().shape();
        double[] w = run.network().parameters().values();
        double[] d = new double[shape.parameters()];
        Probe probe = run.probe();
        for (int l = 0; l < shape.depth(); l++) {
            for (int j = 0; j < shape.width(l + 1); j++) {
                randomRow(probe, rng, w, d, shape, l, j);
            }
        }
        return d;
    }

    private static void randomRow(Probe probe, Rng rng, double[] w, double[] d, Shape shape, int l, int j) {
        double weights = 0;
        double numbers = 0;
        for (int k = 0; k < shape.width(l); k++) {
            int i = shape.weight(l, j, k);
            double drawn = rng.nextGaussian();
            d[i] = probe.isMissing(i) ? 0 : drawn;
            weights += w[i] * w[i];
            numbers += d[i] * d[i];
        }
        double scale = StrictMath.sqrt(weights) / (StrictMath.sqrt(numbers) + 1e-10);
        for (int k = 0; k < shape.width(l); k++) {
            d[shape.weight(l, j, k)] *= scale;
        }
    }
}
