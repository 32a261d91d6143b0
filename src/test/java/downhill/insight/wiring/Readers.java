package downhill.insight.wiring;

import downhill.insight.Histories;
import downhill.train.history.History;

/** Small networks that read digits, for the tests of this package. */
final class Readers {
    private Readers() {}

    /** A 784-8-10 network after some steps. */
    static History after(int steps, int batch) {
        return Histories.of("""
                {"seed": 4, "data": {"name": "digits", "count": 200, "testShare": 0.4},
                 "network": {"layers": [784, 8, 10], "activations": ["sigmoid", "softmax"]}, "cost": "cross-entropy",
                 "batch": {"size": %d, "shuffle": true}, "optimizer": {"name": "sgd", "learningRate": 0.5}}""".formatted(batch), steps);
    }
}
