package downhill.insight.description;

import downhill.descent.rule.Hyperparameter;
import downhill.insight.Thinning;
import downhill.insight.description.Description.Table;
import downhill.train.history.CostSeries;
import downhill.train.history.History;
import downhill.train.spec.LoggedTweak;
import downhill.train.spec.Tweak;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The chart of the cost in words: from where to where, how low it was, and where something was changed. */
public final class CostDescription {
    private static final int MOST_ROWS = 12;
    private static final int MOST_TWEAKS = 6;

    private final CostSeries thinned;
    private final List<LoggedTweak> tweaks;

    private CostDescription(CostSeries thinned, List<LoggedTweak> tweaks) {
        this.thinned = thinned;
        this.tweaks = tweaks;
    }

    /** The costs of a run so far, before any of its steps is shown. */
    public static CostDescription of(History history) {
        return new CostDescription(Thinning.of(history.costs(0, history.step()), MOST_ROWS), history.tweaks());
    }

    /** The description while a step of the run is shown, whose batch has this cost. */
    public Description at(int shown, double cost) {
        int last = thinned.size() - 1;
        int newest = thinned.steps()[last];
        List<String> sentences = new ArrayList<>();
        sentences.add(
                newest == 0
                        ? "The cost of the first batch is " + text(0) + "; no step was made yet."
                        : "The cost of the batch began at " + text(0) + " and is " + text(last) + " after "
                                + SpokenNumbers.count(newest, "step") + ".");
        if (newest > 0) {
            sentences.add(extremes());
        }
        if (shown < newest) {
            sentences.add("One looks back at step " + shown + ", where it was " + SpokenNumbers.of(cost) + ".");
        }
        changes(sentences);
        List<List<String>> rows = IntStream.rangeClosed(0, last)
                .mapToObj(i -> List.of(Integer.toString(thinned.steps()[i]), text(i)))
                .toList();
        return new Description(
                "cost",
                sentences,
                List.of(new Table("The cost of each step’s batch", List.of("step", "cost of the batch"), rows)));
    }

    private String text(int i) {
        return SpokenNumbers.of(thinned.costs()[i]);
    }

    /** Thinned steps hold the lowest and the highest one. */
    private String extremes() {
        int lowest = 0;
        int highest = 0;
        for (int i = 1; i < thinned.size(); i++) {
            lowest = thinned.costs()[i] < thinned.costs()[lowest] ? i : lowest;
            highest = thinned.costs()[i] > thinned.costs()[highest] ? i : highest;
        }
        return "Lowest it was at step " + thinned.steps()[lowest] + ", " + text(lowest) + ", and highest at step "
                + thinned.steps()[highest] + ", " + text(highest) + ".";
    }

    private void changes(List<String> sentences) {
        tweaks.stream()
                .limit(MOST_TWEAKS)
                .map(tweaked -> "At step " + tweaked.step() + " " + change(tweaked.tweak()) + ".")
                .forEach(sentences::add);
        int left = tweaks.size() - MOST_TWEAKS;
        if (left > 0) {
            sentences.add("After that there were " + SpokenNumbers.count(left, "more change") + ".");
        }
    }

    /** The change that a tweak made, as the second half of a sentence. */
    static String change(Tweak tweak) {
        if (!tweak.optimizer().isEmpty()) {
            Hyperparameter first = tweak.optimizer().keySet().iterator().next();
            return "the " + first.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " was set to "
                    + SpokenNumbers.of(tweak.optimizer().getOrDefault(first, 0.0));
        }
        if (tweak.regularization().isPresent()) {
            double rate = tweak.regularization().get().rate();
            return rate == 0
                    ? "the penalty on large weights was taken away"
                    : "the rate of the penalty on large weights was set to " + SpokenNumbers.of(rate);
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
