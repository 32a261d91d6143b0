package downhill.insight.explanation;

import downhill.descent.Optimizer;
import downhill.descent.UpdateRule;
import downhill.insight.explanation.Part.Opposite;
import downhill.insight.explanation.Part.Power;
import downhill.insight.explanation.Part.Quotient;
import downhill.insight.explanation.Part.Root;
import downhill.net.Parameter;
import downhill.net.Parameter.Weight;

/** The update: the rule of the optimizer with what it remembers (see {@link UpdateRule}), weight decay, and the new value. */
final class UpdateExplainer {
    private final Source source;
    private final Explainer all;

    UpdateExplainer(Source source, Explainer all) {
        this.source = source;
        this.all = all;
    }

    Explanation explain(Quantity q) {
        return switch (q.kind()) {
            case UPDATE -> update(q);
            case NEW -> renewed(q);
            case RULED -> Explanation.of(q, ruled(q.parameter()));
            case VELOCITY, SQUARES, FIRST -> Explanation.given(q, source.remembered(0, q.parameter()));
            case SECOND -> Explanation.given(q, source.remembered(1, q.parameter()));
            case NEW_VELOCITY -> Explanation.of(q, velocity(q.parameter()));
            case NEW_SQUARES -> Explanation.of(q, squares(q.parameter()));
            case NEW_FIRST -> Explanation.of(q, mean(Kind.BETA1, Kind.FIRST, q.parameter(), gradient(q.parameter())));
            case NEW_SECOND ->
                Explanation.of(q, mean(Kind.BETA2, Kind.SECOND, q.parameter(), new Power(gradient(q.parameter()), 2)));
            case CORRECTED_FIRST -> Explanation.of(q, corrected(Kind.NEW_FIRST, Kind.BETA1, q.parameter()));
            case CORRECTED_SECOND -> Explanation.of(q, corrected(Kind.NEW_SECOND, Kind.BETA2, q.parameter()));
            default -> Explanation.given(q, setting(q.kind()));
        };
    }

    private double setting(Kind kind) {
        Optimizer optimizer = source.optimizer();
        UpdateRule rule = optimizer.rule();
        return switch (kind) {
            case RATE -> optimizer.learningRate();
            case WEIGHT_DECAY -> optimizer.weightDecay();
            case MOMENTUM -> ((UpdateRule.Sgd) rule).momentum();
            case DECAY -> ((UpdateRule.RmsProp) rule).decay();
            case EPSILON ->
                switch (rule) {
                    case UpdateRule.RmsProp r -> r.epsilon();
                    case UpdateRule.AdaGrad a -> a.epsilon();
                    case UpdateRule.Adam a -> a.epsilon();
                    case UpdateRule.Sgd s -> throw new IllegalStateException("Gradient descent has no epsilon.");
                };
            case BETA1 -> ((UpdateRule.Adam) rule).beta1();
            case BETA2 -> ((UpdateRule.Adam) rule).beta2();
            default -> throw new IllegalStateException("No setting: " + kind);
        };
    }

    private Part gradient(Parameter parameter) {
        return all.named(Kind.GRADIENT, parameter);
    }

    private Part step(Part along) {
        return Part.product(all.named(Kind.RATE), along);
    }

    private Explanation update(Quantity q) {
        Parameter parameter = q.parameter();
        double value = source.update(parameter);
        if (source.isMissing(parameter)) {
            return Explanation.given(q, value, new Remark.NotConnected());
        }
        if (source.isFrozen(parameter)) {
            return Explanation.given(q, value, new Remark.IsFrozen());
        }
        boolean decays = parameter instanceof Weight && source.optimizer().weightDecay() != 0;
        return Explanation.of(q, value, decays ? decayed(parameter) : ruled(parameter));
    }

    /** u - d (w + u), so that w + u is multiplied by 1 - d. */
    private Part decayed(Parameter parameter) {
        Part ruled = all.named(Kind.RULED, parameter);
        Part lost = Part.product(all.named(Kind.WEIGHT_DECAY), Part.sum(all.named(Kind.WEIGHT, parameter), ruled));
        return Part.minus(ruled, lost);
    }

    private Part ruled(Parameter parameter) {
        Part gradient = gradient(parameter);
        return switch (source.optimizer().rule()) {
            case UpdateRule.Sgd sgd when sgd.momentum() == 0 -> new Opposite(step(gradient));
            case UpdateRule.Sgd sgd
            when sgd.nesterov() ->
                Part.minus(
                        Part.product(all.named(Kind.MOMENTUM), all.named(Kind.NEW_VELOCITY, parameter)),
                        step(gradient));
            case UpdateRule.Sgd sgd -> velocity(parameter);
            case UpdateRule.RmsProp r -> scaled(gradient, all.named(Kind.NEW_SQUARES, parameter));
            case UpdateRule.AdaGrad a -> scaled(gradient, all.named(Kind.NEW_SQUARES, parameter));
            case UpdateRule.Adam a ->
                scaled(all.named(Kind.CORRECTED_FIRST, parameter), all.named(Kind.CORRECTED_SECOND, parameter));
        };
    }

    private Part velocity(Parameter parameter) {
        return Part.minus(
                Part.product(all.named(Kind.MOMENTUM), all.named(Kind.VELOCITY, parameter)), step(gradient(parameter)));
    }

    /** -rate * along / (sqrt(squares) + epsilon). */
    private Part scaled(Part along, Part squares) {
        return new Opposite(new Quotient(step(along), Part.sum(new Root(squares), all.named(Kind.EPSILON))));
    }

    private Part squares(Parameter parameter) {
        Part square = new Power(gradient(parameter), 2);
        return source.optimizer().rule() instanceof UpdateRule.AdaGrad
                ? Part.sum(all.named(Kind.SQUARES, parameter), square)
                : mean(Kind.DECAY, Kind.SQUARES, parameter, square);
    }

    /** A running mean: decay * old + (1 - decay) * now. */
    private Part mean(Kind decay, Kind old, Parameter parameter, Part now) {
        return Part.sum(
                Part.product(all.named(decay), all.named(old, parameter)),
                Part.product(Part.rest(all.named(decay)), now));
    }

    /** A running mean without its pull towards 0, where it began: mean / (1 - beta^t) in update t. */
    private Part corrected(Kind mean, Kind beta, Parameter parameter) {
        return new Quotient(all.named(mean, parameter), Part.rest(new Power(all.named(beta), source.step() + 1)));
    }

    private Explanation renewed(Quantity q) {
        Parameter parameter = q.parameter();
        Part old = all.named(parameter instanceof Weight ? Kind.WEIGHT : Kind.BIAS, parameter);
        return Explanation.of(q, Part.sum(old, all.named(Kind.UPDATE, parameter)));
    }
}
