package downhill.insight.description;

import downhill.insight.description.Description.Table;
import downhill.insight.description.substep.BackwardSubsteps;
import downhill.insight.description.substep.Substep;
import downhill.insight.description.substep.Substep.Part;
import downhill.insight.description.substep.SubstepResult;
import downhill.insight.explanation.Names;
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
public final class ParameterDescription {
    private final Run run;
    private final int example;
    private final Parameter at;
    private final Names names;
    private final ExamplePass pass;

    ParameterDescription(Run run, int example, Parameter at) {
        this.run = run;
        this.example = example;
        this.at = at;
        this.names = new Names(run);
        this.pass = run.pass(example);
    }

    Description description() {
        Shape shape = run.network().shape();
        OptionalInt neuron = OptionalInt.of(at.j());
        var delta = new BackwardSubsteps(run, names, pass, example, new Substep(Part.DELTA, at.l(), neuron));
        double value = run.network().parameters().values()[at.in(shape)];
        double gradient = run.gradient().values()[at.in(shape)];
        double update = run.update().values()[at.in(shape)];
        List<String> sentences = new ArrayList<>();
        sentences.add(delta.gradient(at));
        sentences.addAll(delta.found().sentences());
        int count = run.batch().length;
        if (count > 1) {
            sentences.add(
                    "Over the batch of " + count + " examples the gradient is " + SpokenNumbers.exact(gradient) + ".");
        }
        sentences.add("The step takes it from " + SpokenNumbers.of(value) + " to " + SpokenNumbers.exact(value + update)
                + ".");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("value", SpokenNumbers.exact(value)));
        rows.addAll(onThisExample());
        rows.add(List.of("gradient of the batch", SpokenNumbers.exact(gradient)));
        rows.add(List.of("update", SpokenNumbers.exact(update)));
        rows.add(List.of("value after it", SpokenNumbers.exact(value + update)));
        String name = names.parameter(at);
        return new Description(
                "weight",
                sentences,
                List.of(new Table(SubstepResult.sentence(name), List.of("quantity", "value"), rows)));
    }

    private List<List<String>> onThisExample() {
        double delta = pass.deltas()[at.l()][at.j()];
        return switch (at) {
            case Weight(int l, int j, int k) ->
                List.of(
                        List.of("delta", SpokenNumbers.exact(delta)),
                        List.of("activation", SpokenNumbers.exact(pass.activations()[l][k])),
                        List.of("gradient on this example", SpokenNumbers.exact(pass.weightGradient(l, j, k))));
            case Bias bias ->
                List.of(List.of("gradient on this example, its neuron’s delta", SpokenNumbers.exact(delta)));
        };
    }
}
