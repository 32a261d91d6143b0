package downhill.insight;

import downhill.net.Parameter;
import downhill.net.PerParameter;
import downhill.train.spec.ParameterBounds;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import downhill.train.step.Probe;
import downhill.train.step.Run;
import java.util.List;

/**
 * One weight or bias moved a little to either side, everything else as it is: what the cost of the step's batch does. With a
 * regularization the penalty is part of these costs, as it is part of the gradient.
 *
 * @param at the cost at the parameter w
 * @param plus the cost at w + by
 * @param minus the cost at w - by
 * @param by how far it was moved
 * @param gradient what backpropagation says the slope is
 */
public record Nudge(double at, double plus, double minus, double by, double gradient) {
    /**
     * Nudges a weight or bias of a run's newest step.
     *
     * @param by not 0
     * @throws RefusedException if there is none such, or if the cost is not finite so far away
     */
    public static Nudge of(Run run, Parameter parameter, double by) {
        double[] costs = costs(run, parameter, 0, by, -by);
        double gradient = run.gradient().values()[parameter.in(run.network().shape())];
        var nudge = new Nudge(costs[0], costs[1], costs[2], by, gradient);
        if (!Double.isFinite(nudge.plus)
                || !Double.isFinite(nudge.minus)
                || !Double.isFinite(nudge.central() + nudge.forward())) {
            throw refused("/by", "The cost is not finite when it is moved by " + by + ".");
        }
        return nudge;
    }

    /**
     * The cost with a weight or bias of a run's newest step changed by each of these amounts; not finite where it is not.
     *
     * @throws RefusedException if there is none such
     */
    public static double[] costs(Run run, Parameter parameter, double... by) {
        require(run, parameter);
        Probe probe = run.probe();
        var moved = new PerParameter(
                run.network().shape(), run.network().parameters().values().clone());
        int i = parameter.in(run.network().shape());
        double w = moved.values()[i];
        double[] costs = new double[by.length];
        for (int n = 0; n < by.length; n++) {
            moved.values()[i] = w + by[n];
            costs[n] = probe.objective(moved);
        }
        return costs;
    }

    /** Refuses a weight or bias that the run's network does not have, at the pointer {@code /at}. */
    static void require(Run run, Parameter parameter) {
        ParameterBounds.parameter(run.spec().network(), parameter).ifPresent(detail -> {
            throw refused("/at", detail);
        });
        if (run.probe().isMissing(parameter.in(run.network().shape()))) {
            throw refused("/at", "This weight does not exist: the groups cut it.");
        }
    }

    private static RefusedException refused(String pointer, String detail) {
        return new RefusedException(List.of(new Problem(pointer, detail)));
    }

    /** (C(w+h) - C(w)) / h, whose error shrinks like h. */
    public double forward() {
        return (plus - at) / by;
    }

    /** (C(w+h) - C(w-h)) / 2h, whose error shrinks like h^2. */
    public double central() {
        return (plus - minus) / (2 * by);
    }
}
