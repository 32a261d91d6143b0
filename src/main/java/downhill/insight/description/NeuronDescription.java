package downhill.insight.description;

import downhill.insight.description.Description.Table;
import downhill.insight.description.substep.BackwardSubsteps;
import downhill.insight.description.substep.ForwardSubsteps;
import downhill.insight.description.substep.Substep;
import downhill.insight.description.substep.Substep.Part;
import downhill.insight.description.substep.SubstepResult;
import downhill.insight.explanation.Explainer;
import downhill.insight.explanation.Explanation;
import downhill.insight.explanation.Kind;
import downhill.insight.explanation.Names;
import downhill.insight.explanation.Quantity;
import downhill.net.ExamplePass;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Describes one neuron: its inputs and its output; and, in a section of its own, its part in the error. */
public final class NeuronDescription {
    /** The slope below which a curve passes back hardly anything. */
    private static final double FLAT = 0.01;

    private final Run run;
    private final Names names;
    private final ExamplePass pass;
    private final int example;
    private final int l;
    private final int j;

    NeuronDescription(Run run, int example, Focus.Neuron neuron) {
        this.run = run;
        this.names = new Names(run);
        this.pass = run.pass(example);
        this.example = example;
        this.l = neuron.layer() - 1;
        this.j = neuron.j();
    }

    private Substep substep(Part part) {
        return new Substep(part, l, OptionalInt.of(j));
    }

    /** Describes the forward pass. */
    Description forward() {
        List<String> sentences = new ArrayList<>();
        var explainer = new Explainer(run, example);
        for (Part part : List.of(Part.Z, Part.A)) {
            sentences.addAll(new ForwardSubsteps(run, names, explainer, substep(part))
                    .found()
                    .sentences());
        }
        explainer.explain(Quantity.of(Kind.SLOPE, l, j)).map(Explanation::value).ifPresent(slope -> {
            sentences.add("The slope of the curve there is " + SpokenNumbers.of(slope)
                    + (slope == 0
                            ? ": nothing passes back."
                            : Math.abs(slope) < FLAT ? ": it is nearly flat, the neuron is saturated." : "."));
        });
        List<List<String>> rows = IntStream.range(0, pass.activations()[l].length)
                .limit(SubstepResult.MOST_ROWS)
                .mapToObj(k -> input(
                        names.neuron(l, k),
                        pass.activations()[l][k],
                        run.network().weight(l, j, k)))
                .toList();
        return new Description(
                "neuron",
                sentences,
                List.of(new Table(
                        "What comes into " + names.neuron(l + 1, j),
                        List.of("from", "input", "weight", "product"),
                        rows)));
    }

    private static List<String> input(String name, double a, double w) {
        return List.of(name, SpokenNumbers.of(a), SpokenNumbers.of(w), SpokenNumbers.of(a * w));
    }

    /** The factors of its gradients, on this example. */
    Description factors() {
        SubstepResult delta = new BackwardSubsteps(run, names, pass, example, substep(Part.DELTA)).found();
        SubstepResult gradient = new BackwardSubsteps(run, names, pass, example, substep(Part.GRADIENT)).found();
        List<String> sentences = new ArrayList<>(delta.sentences());
        sentences.addAll(gradient.sentences());
        return new Description("factors", sentences, List.of(gradient.table()));
    }
}
