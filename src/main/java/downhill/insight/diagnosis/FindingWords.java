package downhill.insight.diagnosis;

import downhill.insight.diagnosis.Finding.Unit;
import downhill.math.text.NumberText;
import java.util.List;
import java.util.OptionalDouble;

/** One or two plain sentences on a finding: what is wrong, how much, and where. */
public final class FindingWords {
    private final int hiddenLayers;

    private FindingWords(int hiddenLayers) {
        this.hiddenLayers = hiddenLayers;
    }

    /**
     * The sentences.
     *
     * @param hiddenLayers the number of hidden layers of the network
     * @return nothing for a run without trouble
     */
    public static String of(Finding finding, int hiddenLayers) {
        return new FindingWords(hiddenLayers).words(finding);
    }

    private String words(Finding finding) {
        return switch (finding) {
            case Finding.Exploded f -> exploded(f);
            case Finding.Overfitting f ->
                "The network overfits. Its test cost was lowest near step " + NumberText.count(f.bestStep()) + ", at "
                        + number(f.bestTestCost()) + ", and has grown to " + number(f.testCost())
                        + " since, while the training cost fell.";
            case Finding.Learned f ->
                f.accuracy().isPresent()
                        ? "The network gets " + NumberText.percent(f.accuracy().getAsDouble())
                                + " of the training examples right."
                        : "The network has learned the examples: the cost is down to " + number(f.cost()) + ".";
            case Finding.Symmetric f ->
                all(f.units()) + " started with the same weights, so " + they(f.units())
                        + " compute the same and get the same gradients. Every step keeps them equal.";
            case Finding.Dead f -> dead(f);
            case Finding.Saturated f ->
                some(f.units(), f.of()) + are(f.units()) + "saturated: the curve is almost flat for "
                        + NumberText.percent(f.share()) + " of the answers. Hardly any gradient gets through.";
            case Finding.Oscillating f ->
                "In the last " + Measurement.RECENT + " steps the cost jumped between " + number(f.low()) + " and "
                        + number(f.high()) + ". With the learning rate " + number(f.learningRate())
                        + " each step goes too far.";
            case Finding.LargeRate f ->
                "The cost has almost stopped falling after " + NumberText.count(f.step())
                        + " steps, and the learning rate " + number(f.learningRate()) + " is unusually large.";
            case Finding.Slow f ->
                "The cost hardly falls: one step changes the weights by only " + percent(f.share())
                        + " of their size. The learning rate " + number(f.learningRate()) + " is very small.";
            case Finding.Vanishing f ->
                "The gradient shrinks on its way back: in the output layer it is " + times(f.ratio())
                        + " times as long as in hidden layer 1. So hidden layer 1 hardly learns.";
            case Finding.Straight f ->
                (f.hasHidden()
                                ? "All hidden units use identity, so the whole network only weighs its inputs and adds them up."
                                : "Without a hidden layer the network only weighs its inputs and adds them up.")
                        + onlyRight(f.accuracy());
            case Finding.TooSmall f ->
                "After " + NumberText.count(f.step()) + " steps the cost has almost stopped falling."
                        + onlyRight(f.accuracy()) + " The network seems too small for these examples.";
            case Finding.Plateau f ->
                "The network is on a plateau: the cost has almost stopped falling at " + number(f.cost())
                        + ", and the gradient is only " + number(f.gradient()) + " long.";
            case Finding.Learning f -> "";
        };
    }

    private static String exploded(Finding.Exploded f) {
        String rate = "The learning rate " + number(f.learningRate()) + " is too large.";
        if (f.cost().isPresent()) {
            return "The cost has exploded: it was " + number(f.startCost()) + " at the start and is "
                    + number(f.cost().getAsDouble()) + " now. " + rate;
        }
        return f.step() == 0
                ? "Even the first step leads to numbers that are no longer finite. " + rate
                : "The cost has exploded: after step " + NumberText.count(f.step())
                        + " the numbers are no longer finite. " + rate;
    }

    private String dead(Finding.Dead f) {
        boolean isOne = f.units().size() == 1;
        String examples =
                f.isSample() ? "all " + NumberText.count(f.examples()) + " examples checked" : "every example";
        return some(f.units(), f.of()) + are(f.units()) + "dead: "
                + (isOne ? "it answers" : "they answer") + " 0 for " + examples + ", so "
                + (isOne ? "its" : "their") + " gradients are 0.";
    }

    /** A sentence on the right answers; nothing where the targets are numbers. */
    private static String onlyRight(OptionalDouble accuracy) {
        return accuracy.isPresent()
                ? " It gets only " + NumberText.percent(accuracy.getAsDouble()) + " of the training examples right."
                : "";
    }

    private static String are(List<Unit> units) {
        return units.size() == 1 ? " is " : " are ";
    }

    private static String they(List<Unit> units) {
        return units.size() == 2 ? "both" : "they";
    }

    private String some(List<Unit> units, int of) {
        return units.size() == of
                ? all(units)
                : NumberText.count(units.size()) + " of the " + NumberText.count(of) + " units of " + layer(units);
    }

    private String all(List<Unit> units) {
        return switch (units.size()) {
            case 1 -> "The only unit of " + layer(units);
            case 2 -> "Both units of " + layer(units);
            default -> "All " + NumberText.count(units.size()) + " units of " + layer(units);
        };
    }

    private String layer(List<Unit> units) {
        return hiddenLayers == 1
                ? "the hidden layer"
                : "hidden layer " + units.getFirst().layer();
    }

    private static String number(double x) {
        return NumberText.plain(x, 3);
    }

    /** A small share in percent, with two digits. */
    private static String percent(double share) {
        return NumberText.plain(100 * share, 2) + "%";
    }

    private static String times(double ratio) {
        return NumberText.count(Math.round(ratio));
    }
}
