package downhill.insight.description.substep;

import downhill.insight.description.SpokenNumbers;
import downhill.insight.explanation.Kind;
import downhill.insight.explanation.Part;
import java.util.List;
import java.util.stream.Collectors;

/** A formula in words: "0.150 times 0.0500 plus 0.200 times 0.100". */
public final class FormulaWords {
    private FormulaWords() {}

    static String of(Part part) {
        return switch (part) {
            case Part.Named p -> (noun(p.quantity().kind()) + " " + SpokenNumbers.of(p.value())).strip();
            case Part.Constant p -> SpokenNumbers.of(p.value());
            case Part.Share p -> "example " + (p.example() + 1) + "’s " + SpokenNumbers.of(p.value());
            case Part.Rest p -> p.count() + " smaller ones, together " + SpokenNumbers.of(p.value());
            case Part.Sum p -> joined(p.terms(), " plus ");
            case Part.Difference p -> of(p.from()) + " minus " + of(p.taken());
            case Part.Product p ->
                p.factors().stream().map(FormulaWords::factor).collect(Collectors.joining(" times "));
            case Part.Quotient p -> factor(p.over()) + " divided by " + factor(p.under());
            case Part.Power p -> factor(p.base()) + " to the power " + p.exponent();
            case Part.Root p -> "the root of " + factor(p.of());
            case Part.Opposite p -> "minus " + factor(p.of());
            case Part.Exponential p -> "e to the power " + factor(p.of());
            case Part.Logarithm p -> "the logarithm of " + factor(p.of());
            case Part.Sign p -> "the sign of " + factor(p.of());
            case Part.Curved p -> p.activation().name() + " of " + factor(p.of());
            case Part.Step p -> SpokenNumbers.of(p.value());
        };
    }

    static String joined(List<Part> parts, String between) {
        return parts.stream().map(FormulaWords::of).collect(Collectors.joining(between));
    }

    /** A part inside a larger one: the words name a sum as such. */
    private static String factor(Part part) {
        return switch (part) {
            case Part.Sum p -> "the sum of " + joined(p.terms(), " and ");
            case Part.Difference p -> "the difference of " + of(p.from()) + " and " + of(p.taken());
            default -> of(part);
        };
    }

    private static String noun(Kind kind) {
        return switch (kind) {
            case SUM -> "z";
            case RATE -> "the learning rate";
            case GRADIENT -> "its gradient";
            case MOMENTUM -> "the momentum";
            case VELOCITY -> "its velocity";
            case NEW_VELOCITY -> "its new velocity";
            case NEW_SQUARES -> "its gradients’ squares";
            case CORRECTED_FIRST -> "its mean gradient";
            case CORRECTED_SECOND -> "its mean square";
            case EPSILON -> "epsilon";
            case WEIGHT_DECAY -> "the weight decay";
            case RULED -> "the rule’s change";
            case DELTA -> "the delta";
            default -> "";
        };
    }
}
