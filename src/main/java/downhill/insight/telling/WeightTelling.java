package downhill.insight.telling;

import downhill.insight.telling.Moment.Part;
import downhill.insight.telling.Telling.Table;
import downhill.net.ExamplePass;
import downhill.train.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The equation of one weight's gradient with its numbers, and what the step does with it. */
final class WeightTelling {
    private final Run run;
    private final int example;
    private final Place at;
    private final Names names;
    private final ExamplePass pass;

    WeightTelling(Run run, int example, Place at) {
        this.run = run;
        this.example = example;
        this.at = at;
        this.names = new Names(run);
        this.pass = run.pass(example);
    }

    Telling telling() {
        OptionalInt neuron = OptionalInt.of(at.j());
        var delta = new BackwardMoments(run, names, pass, example, new Moment(Part.DELTA, at.l(), neuron));
        double w = run.network().weight(at.l(), at.j(), at.k());
        double gradient = run.gradient().weight(at.l(), at.j(), at.k());
        double update = run.update().weight(at.l(), at.j(), at.k());
        List<String> sentences = new ArrayList<>();
        sentences.add(delta.gradient(at));
        sentences.addAll(delta.found().sentences());
        int count = run.batch().length;
        if (count > 1) {
            sentences.add("Over the batch of " + count + " examples the gradient is " + Numbers.exact(gradient) + ".");
        }
        sentences.add("The step takes it from " + Numbers.of(w) + " to " + Numbers.exact(w + update) + ".");
        return new Telling(
                "weight",
                sentences,
                List.of(new Table(
                        "The weight " + names.weight(at),
                        List.of("quantity", "value"),
                        List.of(
                                List.of("value", Numbers.exact(w)),
                                List.of("delta", Numbers.exact(pass.deltas()[at.l()][at.j()])),
                                List.of("activation", Numbers.exact(pass.activations()[at.l()][at.k()])),
                                List.of(
                                        "gradient on this example",
                                        Numbers.exact(pass.weightGradient(at.l(), at.j(), at.k()))),
                                List.of("gradient of the batch", Numbers.exact(gradient)),
                                List.of("update", Numbers.exact(update)),
                                List.of("value after it", Numbers.exact(w + update))))));
    }
}
