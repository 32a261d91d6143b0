package downhill.insight.explanation;

import downhill.descent.rule.Hyperparameter;
import downhill.descent.rule.Moment;
import downhill.descent.rule.MomentName;
import downhill.descent.rule.UpdateRule;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of numbers that belong to an update rule. */
final class RuleKinds {
    private RuleKinds() {}

    /** The kind of a hyperparameter. */
    static Kind setting(Hyperparameter parameter) {
        return switch (parameter) {
            case LEARNING_RATE -> Kind.RATE;
            case MOMENTUM -> Kind.MOMENTUM;
            case WEIGHT_DECAY -> Kind.WEIGHT_DECAY;
            case DECAY -> Kind.DECAY;
            case EPSILON -> Kind.EPSILON;
            case BETA1 -> Kind.BETA1;
            case BETA2 -> Kind.BETA2;
        };
    }

    /** The hyperparameter of a kind. */
    static Optional<Hyperparameter> setting(Kind kind) {
        return Arrays.stream(Hyperparameter.values())
                .filter(parameter -> setting(parameter) == kind)
                .findFirst();
    }

    /** The kind of a remembered number before the update. */
    static Kind old(MomentName moment) {
        return switch (moment) {
            case VELOCITY -> Kind.VELOCITY;
            case SQUARES -> Kind.SQUARES;
            case FIRST -> Kind.FIRST;
            case SECOND -> Kind.SECOND;
        };
    }

    /** The kind of a remembered number with this step's gradient. */
    static Kind renewed(MomentName moment) {
        return switch (moment) {
            case VELOCITY -> Kind.NEW_VELOCITY;
            case SQUARES -> Kind.NEW_SQUARES;
            case FIRST -> Kind.NEW_FIRST;
            case SECOND -> Kind.NEW_SECOND;
        };
    }

    /** The kind of a mean that is corrected for its start at 0. */
    static Kind corrected(MomentName moment) {
        return switch (moment) {
            case FIRST -> Kind.CORRECTED_FIRST;
            case SECOND -> Kind.CORRECTED_SECOND;
            case VELOCITY, SQUARES -> throw new IllegalArgumentException("Only means are corrected, not a " + moment);
        };
    }

    /** Returns whether a rule has numbers of a kind, which is a rule's. */
    static boolean has(UpdateRule rule, Kind kind) {
        return moment(rule, kind).isPresent() || rule.settings().stream().anyMatch(s -> setting(s.parameter()) == kind);
    }

    /** The rule's moment whose old, new or corrected number has this kind. */
    static Optional<Moment> moment(UpdateRule rule, Kind kind) {
        return rule.moments().stream()
                .filter(m -> old(m.name()) == kind
                        || renewed(m.name()) == kind
                        || (m.correctedBy().isPresent() && corrected(m.name()) == kind))
                .findFirst();
    }
}
