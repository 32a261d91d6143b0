package downhill.insight.description.substep;

import downhill.insight.description.Description.Table;
import downhill.insight.description.SpokenNumbers;
import downhill.insight.description.substep.Substep.Part;
import downhill.insight.explanation.Names;
import downhill.net.ExamplePass;
import downhill.net.Parameter;
import downhill.net.Parameter.Bias;
import downhill.net.Parameter.Weight;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The pass backward on one example: the deltas of a layer, and the gradients of the weights that lead to it. */
public final class BackwardSubsteps {
    private final Run run;
    private final Names names;
    private final ExamplePass pass;
    private final int example;
    private final Substep substep;
    private final int l;

    public BackwardSubsteps(Run run, Names names, ExamplePass pass, int example, Substep substep) {
        this.run = run;
        this.names = names;
        this.pass = pass;
        this.example = example;
        this.substep = substep;
        this.l = substep.layer();
    }

    public SubstepResult found() {
        List<Integer> neurons = IntStream.range(0, pass.deltas()[l].length)
                .filter(substep::isAbout)
                .boxed()
                .toList();
        return substep.part() == Part.DELTA ? deltas(neurons) : gradients(neurons);
    }

    private SubstepResult deltas(List<Integer> neurons) {
        var words = new DeltaWords(run, names, pass, example, l);
        return new SubstepResult(
                neurons.stream()
                        .limit(SubstepResult.MOST_TOLD)
                        .map(words::sentence)
                        .toList(),
                new Table(
                        "The deltas",
                        words.heads(),
                        neurons.stream()
                                .limit(SubstepResult.MOST_ROWS)
                                .map(words::row)
                                .toList()));
    }

    private SubstepResult gradients(List<Integer> neurons) {
        List<List<String>> rows = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (int j : neurons) {
            for (int k = 0; k < pass.activations()[l].length && rows.size() < SubstepResult.MOST_ROWS; k++) {
                Weight at = new Weight(l, j, k);
                if (sentences.size() < SubstepResult.MOST_TOLD) {
                    sentences.add(gradient(at));
                }
                rows.add(gradientRow(names.weight(at), pass.deltas()[l][j], pass.activations()[l][k]));
            }
            if (rows.size() < SubstepResult.MOST_ROWS) {
                rows.add(gradientRow("bias of " + names.neuron(l + 1, j), pass.deltas()[l][j], 1));
            }
        }
        return new SubstepResult(
                sentences,
                new Table("The gradients on this example", List.of("weight", "delta", "activation", "gradient"), rows));
    }

    public String gradient(Parameter parameter) {
        double delta = pass.deltas()[l][parameter.j()];
        return switch (parameter) {
            case Weight at ->
                "The weight " + names.weight(at) + ": delta " + SpokenNumbers.of(delta) + " times activation "
                        + SpokenNumbers.of(pass.activations()[l][at.k()]) + " is its gradient, "
                        + wantedChange(pass.weightGradient(l, at.j(), at.k()));
            case Bias at ->
                "The bias of " + names.neuron(l + 1, at.j()) + ": its neuron’s delta is its gradient, "
                        + wantedChange(delta);
        };
    }

    private static String wantedChange(double gradient) {
        return SpokenNumbers.exact(gradient) + ". This example wants it "
                + (gradient == 0 ? "as it is." : gradient > 0 ? "smaller." : "larger.");
    }

    private static List<String> gradientRow(String name, double delta, double a) {
        return List.of(name, SpokenNumbers.exact(delta), SpokenNumbers.exact(a), SpokenNumbers.exact(delta * a));
    }
}
