package downhill.web.lab;

import downhill.json.RunSpecReader;
import downhill.live.LiveRun;
import downhill.live.Runs;
import downhill.train.spec.RunSpec;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The networks of the digit lab, and how each was trained before anybody opened the page. */
public enum DigitRecipe {
    SMALL("""
            {"seed": 4,
             "data": {"name": "digits", "count": 2500, "testShare": 0.2},
             "network": {"layers": [784, 48, 10], "activations": ["tanh", "softmax"]},
             "cost": "cross-entropy",
             "batch": {"size": 20, "shuffle": true},
             "optimizer": {"name": "sgd", "learningRate": 0.1, "momentum": 0.5}}""", 750, """
            It has 784 inputs, one for each pixel, 48 hidden units and 10 outputs. A program wrote 2,500 digits as people write them. \
            The network trained on 2,000 of these for 750 steps, with 20 digits in each batch and a learning rate of 0.1. \
            It never trains on the other 500, so they show how well it reads digits that are new to it."""),

    /** The run of the lesson on nine hundred thousand dimensions, so that the server keeps it once. */
    LARGE("""
            {"seed": 1,
             "data": {"name": "digits", "count": 800, "testShare": 0.375},
             "network": {"layers": [784, 1000, 115, 10], "activations": ["relu", "relu", "softmax"]},
             "cost": "cross-entropy",
             "batch": {"size": 32, "shuffle": true},
             "optimizer": {"name": "sgd", "learningRate": 0.05}}""", 100, """
            It has 784 inputs, two hidden layers of 1,000 and 115 units, and 10 outputs: 900,150 weights. A program wrote 800 digits as people write them. \
            The network trained on 500 of these for 100 steps, with 32 digits in each batch and a learning rate of 0.05. \
            It never trains on the other 300, so they show how well it reads digits that are new to it.""");

    private final RunSpec spec;
    private final int steps;
    private final String sentence;

    DigitRecipe(String spec, int steps, String sentence) {
        this.spec = RunSpecReader.read(spec.getBytes(StandardCharsets.UTF_8));
        this.steps = steps;
        this.sentence = sentence;
    }

    /** The run that all visitors share until they change something. */
    public LiveRun shared(Runs runs) {
        return runs.shared(spec, steps);
    }

    /** The steps that it was trained before. */
    public int steps() {
        return steps;
    }

    /** The training in words. */
    public String sentence() {
        return sentence;
    }

    public boolean isLarge() {
        return this == LARGE;
    }

    /** The query of an address that names it; empty for the usual one. */
    public String query() {
        return isLarge() ? "?network=" + key() : "";
    }

    /** Its name in addresses. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    RunSpec spec() {
        return spec;
    }
}
