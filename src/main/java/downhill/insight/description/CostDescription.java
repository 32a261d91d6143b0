package downhill.insight.description;

import downhill.descent.rule.Hyperparameter;
import downhill.insight.Thinning;
import downhill.insight.description.Description.Table;
import downhill.train.history.History;
import downhill.train.spec.Tweak;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The chart of the cost in words: from where to where, how low it was, and where something was changed. */
public final class CostDescription {
    private static final int MOST_ROWS = 12;
    private static final int MOST_TWEAKS = 6;

    private CostDescription() {}

    /** The costs of a run so far, while one of its steps is shown. */
    public static Description of(History history, int shown) {
        int newest = history.step();
        int[] steps = Thinning.steps(history::cost, 0, newest, MOST_ROWS);
        List<String> sentences = new ArrayList<>();
        sentences.add(
                newest == 0
                        ? "The cost of the first batch is " + SpokenNumbers.of(history.cost(0))
                                + "; no step was made yet."
                        : "The cost of the batch began at " + SpokenNumbers.of(history.cost(0)) + " and is "
                                + SpokenNumbers.of(history.cost(newest)) + " after "
                                + SpokenNumbers.count(newest, "step") + ".");
        if (newest > 0) {
            sentences.add(extremes(history, steps));
        }
        if (shown < newest) {
            sentences.add("One looks back at step " + shown + ", where it was " + SpokenNumbers.of(history.cost(shown))
                    + ".");
        }
        changes(history, sentences);
        List<List<String>> rows = Arrays.stream(steps)
                .mapToObj(step -> List.of(Integer.toString(step), SpokenNumbers.of(history.cost(step))))
                .toList();
        return new Description(
                "cost",
                sentences,
                List.of(new Table("The cost of each step’s batch", List.of("step", "cost of the batch"), rows)));
    }

    /** Thinned steps hold the lowest and the highest one. */
    private static String extremes(History history, int[] steps) {
        int lowest = Arrays.stream(steps)
                .boxed()
                .min(Comparator.comparingDouble(history::cost))
                .orElse(0);
        int highest = Arrays.stream(steps)
                .boxed()
                .max(Comparator.comparingDouble(history::cost))
                .orElse(0);
        return "Lowest it was at step " + lowest + ", " + SpokenNumbers.of(history.cost(lowest))
                + ", and highest at step " + highest + ", " + SpokenNumbers.of(history.cost(highest)) + ".";
    }

    private static void changes(History history, List<String> sentences) {
        history.tweaks().stream()
                .limit(MOST_TWEAKS)
                .map(tweaked -> "At step " + tweaked.step() + " " + change(tweaked.tweak()) + ".")
                .forEach(sentences::add);
        int left = history.tweaks().size() - MOST_TWEAKS;
        if (left > 0) {
            sentences.add("After that there were " + SpokenNumbers.count(left, "more change") + ".");
        }
    }

    /** What a tweak changed, as the second half of a sentence. */
    static String change(Tweak tweak) {
        if (!tweak.optimizer().isEmpty()) {
            Hyperparameter first = tweak.optimizer().keySet().iterator().next();
            return "the " + first.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " was set to "
                    + SpokenNumbers.of(tweak.optimizer().getOrDefault(first, 0.0));
        }
        int values = tweak.weights().size() + tweak.biases().size();
        return values == 1
                ? (tweak.weights().isEmpty()
                        ? "a bias was set to "
                                + SpokenNumbers.of(tweak.biases().getFirst().value())
                        : "a weight was set to "
                                + SpokenNumbers.of(tweak.weights().getFirst().value()))
                : values > 1
                        ? values + " weights and biases were set"
                        : tweak.batch().size().isPresent() ? "the batch was changed" : "something was changed";
    }
}
