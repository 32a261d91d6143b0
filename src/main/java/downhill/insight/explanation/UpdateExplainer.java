package downhill.insight.explanation;

import downhill.descent.rule.Moment;
import downhill.descent.rule.UpdateRule;
import downhill.descent.rule.UpdateSymbol;
import downhill.insight.explanation.Part.Power;
import downhill.insight.explanation.Part.Quotient;
import downhill.math.Formula;
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
            case VELOCITY, SQUARES, FIRST, SECOND -> Explanation.given(q, remembered(q));
            case NEW_VELOCITY, NEW_SQUARES, NEW_FIRST, NEW_SECOND -> Explanation.of(q, renewedMoment(q));
            case CORRECTED_FIRST, CORRECTED_SECOND -> Explanation.of(q, corrected(q));
            default -> Explanation.given(q, setting(q.kind()));
        };
    }

    private UpdateRule rule() {
        return source.optimizer().rule();
    }

    private Moment moment(Quantity q) {
        return RuleKinds.moment(rule(), q.kind()).orElseThrow();
    }

    private double remembered(Quantity q) {
        return source.remembered(rule().moments().indexOf(moment(q)), q.parameter());
    }

    private Part renewedMoment(Quantity q) {
        return part(moment(q).value(), q.parameter());
    }

    /** A running mean without its pull towards 0, where it began: mean / (1 - beta^t) in update t. */
    private Part corrected(Quantity q) {
        Moment moment = moment(q);
        Part share = all.named(RuleKinds.setting(moment.correctedBy().orElseThrow()));
        Part mean = all.named(RuleKinds.renewed(moment.name()), q.parameter());
        return new Quotient(mean, Part.rest(new Power(share, source.step() + 1)));
    }

    private double setting(Kind kind) {
        return switch (kind) {
            case RATE -> source.optimizer().learningRate();
            case WEIGHT_DECAY -> source.optimizer().weightDecay();
            default -> rule().setting(RuleKinds.setting(kind).orElseThrow(), Double.NaN);
        };
    }

    private Part part(Formula<UpdateSymbol> formula, Parameter parameter) {
        return Part.of(formula, symbol -> switch (symbol) {
            case UpdateSymbol.Gradient s -> all.named(Kind.GRADIENT, parameter);
            case UpdateSymbol.Setting s -> all.named(RuleKinds.setting(s.parameter()));
            case UpdateSymbol.Old s -> all.named(RuleKinds.old(s.moment()), parameter);
            case UpdateSymbol.New s -> all.named(RuleKinds.renewed(s.moment()), parameter);
            case UpdateSymbol.Corrected s -> all.named(RuleKinds.corrected(s.moment()), parameter);
        });
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
        return part(rule().formula(), parameter);
    }

    private Explanation renewed(Quantity q) {
        Parameter parameter = q.parameter();
        Part old = all.named(parameter instanceof Weight ? Kind.WEIGHT : Kind.BIAS, parameter);
        return Explanation.of(q, Part.sum(old, all.named(Kind.UPDATE, parameter)));
    }
}
