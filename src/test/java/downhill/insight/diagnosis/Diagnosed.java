package downhill.insight.diagnosis;

import downhill.insight.Histories;
import downhill.train.history.History;

/** Small real runs on a circle of points, and their diagnoses. */
final class Diagnosed {
    private Diagnosed() {}

    /**
     * A run with some steps.
     *
     * @param network the fields of {@code network}, without braces
     * @param rest further fields, each after a comma
     */
    static History run(int seed, String network, double rate, String rest, int steps) {
        return Histories.of("""
                {"seed": %d, "data": {"name": "circle", "count": 200, "testShare": 0.3}, "network": {%s}, "cost": "cross-entropy",
                 "optimizer": {"learningRate": %s}, "batch": {"size": 10, "shuffle": true}%s}""".formatted(seed, network, rate, rest), steps);
    }

    static History run(String network, double rate, int steps) {
        return run(1, network, rate, "", steps);
    }

    static Evidence evidence(History history) {
        return Measurement.of(Past.of(history, history.step()), () -> {});
    }

    static Finding of(History history) {
        return Diagnosis.of(evidence(history));
    }

    static String words(History history) {
        Evidence evidence = evidence(history);
        return FindingWords.of(Diagnosis.of(evidence), evidence.layers().size());
    }
}
