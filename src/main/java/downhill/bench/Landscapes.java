package downhill.bench;

import downhill.data.DataSets;
import downhill.data.DataSpec;
import downhill.insight.Directions;
import downhill.insight.Landscape;
import downhill.insight.Survey;
import downhill.json.RunSpecReader;
import downhill.math.Kernels;
import downhill.math.Shards;
import downhill.net.NetworkEvaluation;
import downhill.train.history.History;
import downhill.train.spec.RunSpec;
import downhill.train.step.Run;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;

/** Measures the time that a landscape takes on one thread, against the time that it may take. */
final class Landscapes {
    static final String SMALL = """
            {"data": {"name": "circle", "count": 500, "testShare": 0}, "network": {"layers": [2, 4, 2, 1]}}""";
    static final String DIGITS = """
            {"data": {"name": "digits", "count": 500, "testShare": 0}, "cost": "cross-entropy",
             "network": {"layers": [784, 64, 10], "activations": ["tanh", "softmax"]}, "batch": {"size": 50}}""";

    private static final int SIZE = 61;
    private static final int STEPS = 20;

    private Landscapes() {}

    /** Measures a landscape of 61 x 61 points along random directions, of a network after some steps. */
    static void measure(String spec, double mostSeconds) {
        History history = start(RunSpecReader.read(spec.getBytes(StandardCharsets.UTF_8)));
        Run run = history.newest();
        Rounds rounds = Rounds.of(4, 21, () -> landscape(history), () -> pass(run));
        Figure.atMost(
                1,
                rounds.seconds(0) / mostSeconds,
                "%s, a landscape of %d x %d points on %d examples, against %.0f ms"
                        .formatted(
                                run.network().layers(), SIZE, SIZE, run.data().size(), mostSeconds * 1e3),
                "%.0f ms; a forward pass for each point would take %.0f ms"
                        .formatted(rounds.seconds(0) * 1e3, rounds.seconds(1) * SIZE * SIZE * 1e3));
    }

    private static History start(RunSpec spec) {
        DataSpec.BuiltIn data = (DataSpec.BuiltIn) spec.data();
        int outputs = spec.network().layers().getLast();
        History history = new History(spec, DataSets.build(data, outputs), Kernels.best(), Shards.NONE, History.BUDGET);
        for (int step = 0; step < STEPS; step++) {
            history.advance();
        }
        return history;
    }

    private static Landscape landscape(History history) {
        var request = new Survey.Request(new Directions.Random(), OptionalDouble.empty(), SIZE);
        return Survey.of(history.parameterPath(history.step()), request, Shards.NONE, () -> {})
                .whole();
    }

    private static NetworkEvaluation pass(Run run) {
        return NetworkEvaluation.of(
                run.passes(),
                run.network().parameters(),
                run.data().inputs(),
                run.data().targets(),
                run.data().task());
    }
}
