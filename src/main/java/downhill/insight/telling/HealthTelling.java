package downhill.insight.telling;

import downhill.insight.explanation.Names;
import downhill.math.Matrix;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.List;

/** How long each layer's gradient is, and whether it fades on its way back. */
final class HealthTelling {
    /** A gradient of a layer so much shorter than the next one's is worth a word. */
    private static final double FADES = 10;

    private final Run run;
    private final Names names;

    HealthTelling(Run run) {
        this.run = run;
        this.names = new Names(run);
    }

    Telling telling() {
        int depth = run.network().depth();
        List<List<String>> rows = new ArrayList<>();
        double[] norms = new double[depth];
        for (int l = 0; l < depth; l++) {
            norms[l] = norm(run.gradient().weights(l));
            rows.add(List.of(
                    names.layer(l + 1),
                    Numbers.of(norms[l]),
                    Numbers.of(norm(run.network().parameters().weights(l))),
                    Numbers.of(norm(run.update().weights(l)))));
        }
        return new Telling(
                "health",
                List.of(comparison(norms[0], norms[depth - 1])),
                List.of(new Telling.Table(
                        "Lengths, layer by layer", List.of("layer", "gradient", "weights", "update"), rows)));
    }

    private static String comparison(double first, double last) {
        String lengths =
                "The first layer's gradient has length " + Numbers.of(first) + ", the last one's " + Numbers.of(last);
        return first == 0 && last == 0
                ? "Every gradient has length 0: nothing is learned."
                : last > FADES * first
                        ? lengths + ": it fades on its way back."
                        : first > FADES * last ? lengths + ": it grows on its way back." : lengths + ".";
    }

    private static double norm(Matrix numbers) {
        double squares = 0;
        for (int row = 0; row < numbers.rows(); row++) {
            for (int column = 0; column < numbers.columns(); column++) {
                double value = numbers.get(row, column);
                squares += value * value;
            }
        }
        return Math.sqrt(squares);
    }
}
