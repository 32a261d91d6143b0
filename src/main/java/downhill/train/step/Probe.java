package downhill.train.step;

import downhill.net.ExamplePass;
import downhill.net.Finished;
import downhill.net.Parameter;
import downhill.net.PerParameter;

/**
 * Questions to the batch of a run's newest step that training itself does not ask. Good until the run goes on; not for use
 * by two threads at once.
 */
public final class Probe {
    /**
     * Each example's own share of one weight's gradient.
     *
     * @param examples indices into the training set, in the batch's order
     * @param gradients the derivative of each example's own cost by the weight
     * @param reduced their mean or sum, as the batch takes it, without the penalty
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Shares(int[] examples, double[] gradients, double reduced) {}

    private final Plan plan;
    private final Slope slope;
    private final Position here;
    private final Outcome outcome;
    private final StepSettings settings;

    Probe(Plan plan, Slope slope, Position here, Outcome outcome, StepSettings settings) {
        this.plan = plan;
        this.slope = slope;
        this.here = here;
        this.outcome = outcome;
        this.settings = settings;
    }

    /** The function that the gradient is the slope of, at these parameters: the batch's reduced cost and the penalty. */
    public double objective(PerParameter parameters) {
        double penalty = settings.regularization()
                .map(r -> r.penalty(parameters.values(), plan.shape().weights()))
                .orElse(0.0);
        return slope.cost(here.step, outcome.batch, settings.schedule(), parameters) + penalty;
    }

    /** The pass of one training example through the network with other parameters, with the step's dropped activations. */
    public ExamplePass pass(PerParameter parameters, int example) {
        return slope.pass(here.step, parameters, outcome, example);
    }

    /** The step's gradient once more, by one pass forward and one backward. */
    public PerParameter gradient() {
        slope.compute(here, settings, outcome, Finished.UNHEARD);
        return outcome.gradient;
    }

    /** The share of each of the batch's examples in the gradient of a weight or bias. */
    public Shares shares(Parameter parameter) {
        return slope.shares(here, outcome.batch, settings.schedule(), parameter);
    }

    /** Each batch example's own cost, in the batch's order. */
    public double[] costs() {
        return slope.costs(here, outcome.batch);
    }

    /** Tests whether groups cut away the weight at this place of the parameters. */
    public boolean isMissing(int place) {
        return plan.missing().get(place);
    }
}
