package downhill.web.playground;

import downhill.net.activation.Activations;
import downhill.net.activation.Identity;
import downhill.net.activation.Sigmoid;
import downhill.net.activation.Softmax;
import java.util.List;
import java.util.stream.Stream;

/** The values on offer in the playground's drop-down lists, each with its words. */
public final class Choices {
    /**
     * A value on offer.
     *
     * @param value as an address and a specification write it
     * @param label as learners read it
     */
    public record Choice(String value, String label) {}

    private static final Choice AUTOMATIC = new Choice(Controls.AUTOMATIC, "automatic");

    public static final List<Choice> COSTS = List.of(
            AUTOMATIC,
            new Choice("half-squared-error", "half squared error"),
            new Choice("mean-squared-error", "mean squared error"),
            new Choice("cross-entropy", "cross-entropy"));

    public static final List<Choice> PENALTIES = List.of(
            new Choice(Controls.NONE, "none"),
            new Choice("l1", "L1: sum of sizes"),
            new Choice("l2", "L2: sum of squares"));

    /** The output activations: what fits the data by itself, and each that there is. */
    public static final List<Choice> OUTPUTS = Stream.concat(
                    Stream.of(AUTOMATIC), Activations.all().stream().map(a -> new Choice(a.name(), a.label())))
            .toList();

    /** The output activations that fit numbers, two classes and more classes, with spaces between them. */
    public static final String FITTING_OUTPUTS =
            String.join(" ", new Identity().name(), new Sigmoid().name(), new Softmax().name());

    public static final List<Choice> INITIALIZERS = List.of(
            new Choice(Controls.AUTOMATIC, "automatic"),
            new Choice("uniform", "uniform"),
            new Choice("normal", "normal"),
            new Choice("xavier-uniform", "Xavier, uniform"),
            new Choice("xavier-normal", "Xavier, normal"),
            new Choice("he-uniform", "He, uniform"),
            new Choice("he-normal", "He, normal"),
            new Choice("constant", "all the same"),
            new Choice("zeros", "all 0"));

    public static final List<Choice> BIASES =
            List.of(new Choice("trained", "learned"), new Choice("frozen", "left at 0"));

    public static final List<Choice> TARGETS =
            List.of(new Choice(Targets.SHARES, "0 and 1"), new Choice(Targets.SIGNS, "−1 and 1"));

    public static final List<Choice> YES_OR_NO = List.of(new Choice("false", "no"), new Choice("true", "yes"));

    private Choices() {}

    /** Choices whose words are their values. */
    public static List<Choice> same(List<String> values) {
        return values.stream().map(value -> new Choice(value, value)).toList();
    }
}
