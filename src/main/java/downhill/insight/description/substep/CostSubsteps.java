package downhill.insight.description.substep;

import downhill.insight.description.Description.Table;
import downhill.insight.description.SpokenNumbers;
import downhill.insight.explanation.Names;
import downhill.net.ExamplePass;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The end of the pass forward: what the outputs are, what they should be, and the cost. */
public final class CostSubsteps {
    private final Run run;
    private final Names names;
    private final ExamplePass pass;
    private final int example;
    private final int depth;

    CostSubsteps(Run run, Names names, ExamplePass pass, int example) {
        this.run = run;
        this.names = names;
        this.pass = pass;
        this.example = example;
        this.depth = run.network().depth();
    }

    SubstepResult cost() {
        double[] outputs = pass.activations()[depth];
        List<String> sentences = new ArrayList<>();
        IntStream.range(0, outputs.length)
                .limit(SubstepResult.MOST_TOLD)
                .mapToObj(j -> SubstepResult.sentence(names.neuron(depth, j)) + " answers "
                        + SpokenNumbers.of(outputs[j]) + " and should answer " + SpokenNumbers.of(target(j)) + ".")
                .forEach(sentences::add);
        int count = run.batch().length;
        sentences.add(
                count == 1
                        ? "The cost is " + SpokenNumbers.exact(run.cost()) + "."
                        : "The cost over the " + count + " examples of the batch is " + SpokenNumbers.exact(run.cost())
                                + "; that of this example alone is " + SpokenNumbers.exact(pass.cost()) + ".");
        return new SubstepResult(
                sentences,
                new Table(
                        "The outputs and their targets",
                        List.of("output", "activation", "target", "difference"),
                        IntStream.range(0, outputs.length)
                                .limit(SubstepResult.MOST_ROWS)
                                .mapToObj(this::row)
                                .toList()));
    }

    private List<String> row(int j) {
        double a = pass.activations()[depth][j];
        return List.of(
                names.neuron(depth, j),
                SpokenNumbers.exact(a),
                SpokenNumbers.exact(target(j)),
                SpokenNumbers.exact(a - target(j)));
    }

    private double target(int j) {
        return run.data().targets()[example * run.data().targetWidth() + j];
    }
}
