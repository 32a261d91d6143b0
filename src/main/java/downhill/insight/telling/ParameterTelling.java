package downhill.insight.telling;

import downhill.insight.explanation.Names;
import downhill.insight.telling.Moment.Part;
import downhill.insight.telling.Telling.Table;
import downhill.net.ExamplePass;
import downhill.net.Parameter;
import downhill.net.Parameter.Bias;
import downhill.net.Parameter.Weight;
import downhill.net.Shape;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The equation of one weight's or bias's gradient with its numbers, and what the step does with it. */
final class ParameterTelling {
    private final Run run;
    private final int example;
    private final Parameter at;
    private final Names names;
    private final ExamplePass pass;

    ParameterTelling(Run run, int example, Parameter at) {
        this.run = run;
        this.example = example;
        this.at = at;
        this.names = new Names(run);
        this.pass = run.pass(example);
    }

    Telling telling() {
        Shape shape = run.network().shape();
        OptionalInt neuron = OptionalInt.of(at.j());
        var delta = new BackwardMoments(run, names, pass, example, new Moment(Part.DELTA, at.l(), neuron));
        double value = run.network().parameters().values()[at.in(shape)];
        double gradient = run.gradient().values()[at.in(shape)];
        double update = run.update().values()[at.in(shape)];
        List<String> sentences = new ArrayList<>();
        sentences.add(delta.gradient(at));
        sentences.addAll(delta.found().sentences());
        int count = run.batch().length;
        if (count > 1) {
            sentences.add("Over the batch of " + count + " examples the gradient is " + Numbers.exact(gradient) + ".");
        }
        sentences.add("The step takes it from " + Numbers.of(value) + " to " + Numbers.exact(value + update) + ".");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("value", Numbers.exact(value)));
        rows.addAll(onThisExample());
        rows.add(List.of("gradient of the batch", Numbers.exact(gradient)));
        rows.add(List.of("update", Numbers.exact(update)));
        rows.add(List.of("value after it", Numbers.exact(value + update)));
        String name = names.parameter(at);
        return new Telling(
                "weight", sentences, List.of(new Table(Found.sentence(name), List.of("quantity", "value"), rows)));
    }

    private List<List<String>> onThisExample() {
        double delta = pass.deltas()[at.l()][at.j()];
        return switch (at) {
            case Weight(int l, int j, int k) ->
                List.of(
                        List.of("delta", Numbers.exact(delta)),
                        List.of("activation", Numbers.exact(pass.activations()[l][k])),
                        List.of("gradient on this example", Numbers.exact(pass.weightGradient(l, j, k))));
            case Bias bias -> List.of(List.of("gradient on this example, its neuron’s delta", Numbers.exact(delta)));
        };
    }
}
