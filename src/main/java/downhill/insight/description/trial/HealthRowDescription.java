package downhill.insight.description.trial;

import downhill.insight.description.Description;
import downhill.insight.description.Description.Table;
import downhill.insight.description.SpokenNumbers;
import downhill.insight.health.HealthTrial;
import downhill.insight.health.LayerHealth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Several trainings side by side, named by letters only: how each layer fares. */
public final class HealthRowDescription {
    private HealthRowDescription() {}

    /** The description of at least one training, in their order. */
    public static Description of(List<HealthTrial> trials) {
        int steps = trials.stream().mapToInt(t -> t.costs().length - 1).max().orElseThrow();
        List<Table> tables = new ArrayList<>();
        tables.add(new Table(
                "The costs",
                List.of("network", "cost at the start", "cost at the end"),
                IntStream.range(0, trials.size())
                        .mapToObj(i -> List.of(
                                letter(i), SpokenNumbers.of(trials.get(i).costs()[0]), end(trials.get(i))))
                        .toList()));
        for (int i = 0; i < trials.size(); i++) {
            tables.add(layers("The layers of network " + letter(i), trials.get(i)));
        }
        return new Description(
                "row",
                List.of(SpokenNumbers.count(trials.size(), "network") + " made " + SpokenNumbers.count(steps, "step")
                        + " each, if they stayed finite."),
                List.copyOf(tables));
    }

    private static String end(HealthTrial trial) {
        return (trial.diverged() ? "diverged after " : "") + SpokenNumbers.of(trial.costs()[trial.costs().length - 1]);
    }

    private static String letter(int i) {
        return String.valueOf((char) ('A' + i));
    }

    private static Table layers(String caption, HealthTrial trial) {
        List<List<String>> rows = new ArrayList<>();
        for (int l = 0; l < trial.layers().size(); l++) {
            LayerHealth layer = trial.layers().get(l);
            double[] lengths = trial.gradients()[l];
            rows.add(List.of(
                    l == trial.layers().size() - 1 ? "output" : "hidden " + (l + 1),
                    SpokenNumbers.of(lengths[0]),
                    SpokenNumbers.of(lengths[lengths.length - 1]),
                    share(layer.flat()),
                    layer.different() + " of " + layer.units()));
        }
        return new Table(
                caption,
                List.of(
                        "layer",
                        "gradient at the start",
                        "gradient at the end",
                        "units that hardly react",
                        "units that differ"),
                rows);
    }

    private static String share(OptionalDouble share) {
        return share.isPresent() ? Math.round(100 * share.getAsDouble()) + " %" : "–";
    }
}
