package downhill.insight.description.trial;

import downhill.insight.SeedTrial;
import downhill.insight.description.Description;
import downhill.insight.description.Description.Table;
import downhill.insight.description.SpokenNumbers;
import java.util.Comparator;
import java.util.List;

/** Trainings that differ in their seed only: where each of them ends. */
public final class SeedDescription {
    private SeedDescription() {}

    /** The description of at least one training, in the order of the seeds. */
    public static Description of(List<SeedTrial> trials, int steps) {
        List<SeedTrial> finite = trials.stream()
                .filter(trial -> !trial.diverged())
                .sorted(Comparator.comparingDouble(SeedDescription::cost))
                .toList();
        return new Description(
                "seeds",
                List.of(
                        "The same network was trained from "
                                + SpokenNumbers.count(trials.size(), "seed") + ", for "
                                + SpokenNumbers.count(steps, "step") + " each.",
                        finite.isEmpty() ? "Every training diverged." : extremes(finite.getFirst(), finite.getLast())),
                List.of(new Table(
                        "The cost at the end",
                        List.of("seed", "cost"),
                        trials.stream()
                                .map(trial -> List.of(
                                        String.valueOf(trial.seed()),
                                        trial.diverged() ? "diverged" : SpokenNumbers.of(cost(trial))))
                                .toList())));
    }

    private static String extremes(SeedTrial best, SeedTrial worst) {
        return "The lowest cost is " + SpokenNumbers.of(cost(best)) + " with seed " + best.seed()
                + ", and the highest is " + SpokenNumbers.of(cost(worst)) + " with seed " + worst.seed() + ".";
    }

    private static double cost(SeedTrial trial) {
        return trial.costs().costs()[trial.costs().size() - 1];
    }
}
