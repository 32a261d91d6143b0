package downhill.insight.description;

import downhill.insight.explanation.Names;
import downhill.insight.health.GradientLengths;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Describes the length of each layer's gradient, and whether it shrinks from the last layer to the first. */
public final class HealthDescription {
    /** A gradient of a layer so much shorter than the next one's is worth a word. */
    private static final double FADES = 10;

    private final Run run;
    private final Names names;

    HealthDescription(Run run) {
        this.run = run;
        this.names = new Names(run);
    }

    Description description() {
        int depth = run.network().depth();
        List<List<String>> rows = new ArrayList<>();
        double[] norms = GradientLengths.of(run);
        for (int l = 0; l < depth; l++) {
            rows.add(List.of(
                    names.layer(l + 1),
                    SpokenNumbers.of(norms[l]),
                    factor(norms, l),
                    SpokenNumbers.of(GradientLengths.length(run.weights(l))),
                    SpokenNumbers.of(GradientLengths.length(run.weightUpdates(l)))));
        }
        return new Description(
                "health",
                List.of(comparison(norms[0], norms[depth - 1])),
                List.of(new Description.Table(
                        "Lengths, layer by layer",
                        List.of("layer", "gradient", "as a multiple of the next layer’s gradient", "weights", "update"),
                        rows)));
    }

    private static String factor(double[] norms, int l) {
        OptionalDouble factor = GradientLengths.factor(norms, l);
        return factor.isPresent() ? SpokenNumbers.of(factor.getAsDouble()) : "–";
    }

    private static String comparison(double first, double last) {
        String lengths = "The first layer’s gradient has length " + SpokenNumbers.of(first) + ", the last one’s "
                + SpokenNumbers.of(last);
        return first == 0 && last == 0
                ? "Every gradient has length 0: nothing is learned."
                : last > FADES * first
                        ? lengths + ": it fades on its way back."
                        : first > FADES * last ? lengths + ": it grows on its way back." : lengths + ".";
    }
}
