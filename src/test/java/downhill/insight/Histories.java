package downhill.insight;

import downhill.data.DataSets;
import downhill.data.DataSpec;
import downhill.json.RunSpecReader;
import downhill.train.history.History;
import downhill.train.spec.RunSpec;
import java.nio.charset.StandardCharsets;

/** Runs to look at, from specifications as a request would send them. */
public final class Histories {
    /** Three layers, a batch that is not the whole set, a penalty, and dropout. */
    static final String EVENTFUL = """
            {"seed": 7, "data": {"name": "moons", "count": 40}, "network": {"layers": [2, 5, 3, 1]},
             "batch": {"size": 6, "shuffle": true}, "optimizer": {"learningRate": 0.3, "momentum": 0.5},
             "regularization": {"name": "l2", "rate": 0.01}, "dropout": [0.2, 0.0]}""";

    public static final String XOR = """
            {"seed": 3, "data": {"name": "xor"}, "network": {"layers": [2, 3, 1]}, "cost": "cross-entropy",
             "batch": {"reduce": "sum"}, "optimizer": {"learningRate": 0.5}}""";

    private Histories() {}

    /** A run after a number of steps. */
    public static History of(String json, int steps) {
        RunSpec spec = RunSpecReader.read(json.getBytes(StandardCharsets.UTF_8));
        int outputs = spec.network().layers().getLast();
        var data = switch (spec.data()) {
            case DataSpec.BuiltIn d -> DataSets.build(d, outputs);
            case DataSpec.Drawn d -> DataSets.build(d, outputs);
            case DataSpec.Inline d -> DataSets.build(d);
            case DataSpec.Uploaded d -> throw new AssertionError(d);
        };
        History history = new History(spec, data);
        for (int i = 0; i < steps; i++) {
            history.advance();
        }
        return history;
    }
}
