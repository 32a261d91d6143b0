package downhill.insight.explanation;

import downhill.insight.explanation.Part.Sign;
import downhill.net.Parameter;
import downhill.net.Parameter.Bias;
import downhill.net.Parameter.Weight;
import downhill.train.spec.Regularization;
import java.util.Optional;

/** The gradient of a weight or bias: on the shown example, and what the batch and a regularization make of it. */
final class GradientExplainer {
    private final Source source;
    private final Explainer all;

    GradientExplainer(Source source, Explainer all) {
        this.source = source;
        this.all = all;
    }

    private Optional<Regularization> regularization() {
        return source.run().regularization();
    }

    Explanation explain(Quantity q) {
        return switch (q.kind()) {
            case PENALTY_RATE ->
                Explanation.given(q, regularization().orElseThrow().rate());
            case OWN -> own(q);
            default -> gradient(q);
        };
    }

    private Explanation own(Quantity q) {
        return source.isMissing(q.parameter())
                ? Explanation.given(q, 0, new Remark.NotConnected())
                : Explanation.of(q, factors(q.parameter()));
    }

    /** The delta at the line's end times the activation at its beginning, which for a bias is always 1. */
    private Part factors(Parameter parameter) {
        Part delta = all.named(Kind.DELTA, parameter.l(), parameter.j());
        return switch (parameter) {
            case Weight at -> Part.product(delta, all.entering(at.l(), at.k()));
            case Bias at -> delta;
        };
    }

    private Explanation gradient(Quantity q) {
        Parameter parameter = q.parameter();
        double value = source.gradient(parameter);
        if (source.isMissing(parameter)) {
            return Explanation.given(q, value, new Remark.NotConnected());
        }
        boolean isAlone = source.run().batch().length == 1 && source.place() == 0;
        Part own = isAlone ? factors(parameter) : all.named(Kind.OWN, parameter);
        double[] shares = isAlone
                ? new double[] {own.value()}
                : source.probe().shares(parameter).gradients();
        var batch = new BatchExplainer(source);
        return parameter instanceof Weight && regularization().isPresent()
                ? withPenalty(
                        q, value, batch.reduced(own, shares), regularization().get())
                : batch.explain(q, value, own, shares);
    }

    private Explanation withPenalty(Quantity q, double value, Part reduced, Regularization penalty) {
        Part w = all.named(Kind.WEIGHT, q.parameter());
        Part slope =
                Part.product(all.named(Kind.PENALTY_RATE), penalty.norm() == Regularization.Norm.L1 ? new Sign(w) : w);
        Part parts = Part.sum(reduced, slope);
        return source.place() < 0
                ? Explanation.of(q, value, parts, new Remark.WithPenalty(), new Remark.NotInBatch())
                : Explanation.of(q, value, parts, new Remark.WithPenalty());
    }
}
