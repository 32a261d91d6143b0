package downhill.web.lab;

import downhill.json.RunSpecReader;
import downhill.live.LiveRun;
import downhill.live.Runs;
import downhill.train.spec.RunSpec;
import java.nio.charset.StandardCharsets;

/**
 * A network of the digit lab, and how it was trained before anybody opened the page.
 *
 * @param steps the steps that it was trained
 * @param sentence the training in words
 * @param isLarge whether it is the one of 900,150 weights
 */
public record DigitRecipe(RunSpec spec, int steps, String sentence, boolean isLarge) {
    static final DigitRecipe SMALL = of(false, 2_250, """
            {"seed": 4,
             "data": {"name": "digits", "count": 6000, "testShare": 0.1},
             "network": {"layers": [784, 48, 10], "activations": ["tanh", "softmax"]},
             "cost": "cross-entropy",
             "batch": {"size": 20, "shuffle": true},
             "optimizer": {"name": "sgd", "learningRate": 0.1, "momentum": 0.5}}""", """
            It has 784 inputs, one for each pixel, 48 hidden units and 10 outputs. A program wrote 6,000 digits as people write them. \
            The network trained on 5,400 of these for 2,250 steps, with 20 digits in each batch and a learning rate of 0.1. \
            It never trains on the other 600, so they show how well it reads digits that are new to it.""");

    /** The run of the lesson on nine hundred thousand dimensions, so that the server keeps it once. */
    static final DigitRecipe LARGE = of(true, 100, """
            {"seed": 1,
             "data": {"name": "digits", "count": 800, "testShare": 0.375},
             "network": {"layers": [784, 1000, 115, 10], "activations": ["relu", "relu", "softmax"]},
             "cost": "cross-entropy",
             "batch": {"size": 32, "shuffle": true},
             "optimizer": {"name": "sgd", "learningRate": 0.05}}""", """
            It has 784 inputs, two hidden layers of 1,000 and 115 units, and 10 outputs: 900,150 weights. A program wrote 800 digits as people write them. \
            The network trained on 500 of these for 100 steps, with 32 digits in each batch and a learning rate of 0.05. \
            It never trains on the other 300, so they show how well it reads digits that are new to it.""");

    /** The value of the query's parameter that names the large network. */
    static final String LARGE_NAME = "large";

    private static DigitRecipe of(boolean isLarge, int steps, String spec, String sentence) {
        return new DigitRecipe(RunSpecReader.read(spec.getBytes(StandardCharsets.UTF_8)), steps, sentence, isLarge);
    }

    /** The run that all visitors share until they change something. */
    LiveRun shared(Runs runs) {
        return runs.shared(spec, steps);
    }

    /** The query of an address that names it; empty for the usual one. */
    public String query() {
        return isLarge ? "?network=" + LARGE_NAME : "";
    }
}
