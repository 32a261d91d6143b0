package downhill.insight.explanation;

import downhill.insight.explanation.Part.Named;
import downhill.net.Parameter;
import downhill.train.step.Run;
import java.util.Optional;

/**
 * Explains the numbers of a run's newest step, as one of the training examples meets them. Good until the run goes on; not for use by
 * two threads at once.
 */
public final class Explainer {
    private final Source source;
    private final ForwardExplainer forward;
    private final CostExplainer cost;
    private final BackwardExplainer backward;
    private final GradientExplainer gradient;
    private final UpdateExplainer update;

    /**
     * An explainer of a run's newest step.
     *
     * @param example the shown example, an index into the training set
     */
    public Explainer(Run run, int example) {
        source = new Source(run, example);
        forward = new ForwardExplainer(source, this);
        cost = new CostExplainer(source, this);
        backward = new BackwardExplainer(source, this);
        gradient = new GradientExplainer(source, this);
        update = new UpdateExplainer(source, this);
    }

    /** Explains a number; empty if this run has no such number, for example no velocity under Adam. */
    public Optional<Explanation> explain(Quantity quantity) {
        return exists(quantity) ? Optional.of(explanation(quantity)) : Optional.empty();
    }

    /** Explains a number that every run has. */
    public Explanation explainAny(Kind kind, int... at) {
        return explanation(Quantity.of(kind, at));
    }

    private boolean exists(Quantity quantity) {
        return switch (quantity.kind()) {
            case TOTAL -> source.isSoftmax(source.last());
            case SPREAD -> backward.hasSpread();
            case SLOPE -> !source.isSoftmax(quantity.l());
            case MOMENTUM,
                    DECAY,
                    EPSILON,
                    BETA1,
                    BETA2,
                    VELOCITY,
                    NEW_VELOCITY,
                    SQUARES,
                    NEW_SQUARES,
                    FIRST,
                    NEW_FIRST,
                    CORRECTED_FIRST,
                    SECOND,
                    NEW_SECOND,
                    CORRECTED_SECOND -> RuleKinds.has(source.optimizer().rule(), quantity.kind());
            case PENALTY_RATE -> source.run().regularization().isPresent();
            default -> true;
        };
    }

    private Explanation explanation(Quantity q) {
        return switch (q.kind()) {
            case INPUT, WEIGHT, BIAS, SUM, ACTIVATION, TOTAL, SLOPE -> forward.explain(q);
            case TARGET, COST, OWN_COST, COST_SLOPE -> cost.explain(q);
            case SPREAD, BACK, DELTA -> backward.explain(q);
            case OWN, GRADIENT, PENALTY_RATE -> gradient.explain(q);
            default -> update.explain(q);
        };
    }

    /** A number as a part of another one's formula. */
    Part named(Kind kind, int... at) {
        return named(Quantity.of(kind, at));
    }

    Part named(Kind kind, Parameter parameter) {
        return named(Quantity.of(kind, parameter));
    }

    /** The activation of neuron j of layer l, or input j for layer 0. */
    Part entering(int l, int j) {
        return l == 0 ? named(Kind.INPUT, j) : named(Kind.ACTIVATION, l - 1, j);
    }

    private Part named(Quantity quantity) {
        return new Named(quantity, value(quantity));
    }

    /** The engine's number where it has one; else that of the parts. */
    private double value(Quantity q) {
        return switch (q.kind()) {
            case SUM -> source.z(q.l(), q.j());
            case ACTIVATION -> source.pass().activations()[q.l() + 1][q.j()];
            case DELTA -> source.pass().deltas()[q.l()][q.j()];
            case GRADIENT -> source.gradient(q.parameter());
            case UPDATE -> source.update(q.parameter());
            default -> explanation(q).value();
        };
    }
}
