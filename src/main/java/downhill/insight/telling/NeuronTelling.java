package downhill.insight.telling;

import downhill.insight.explanation.Explainer;
import downhill.insight.explanation.Explanation;
import downhill.insight.explanation.Kind;
import downhill.insight.explanation.Names;
import downhill.insight.explanation.Quantity;
import downhill.insight.telling.Moment.Part;
import downhill.insight.telling.Telling.Table;
import downhill.net.ExamplePass;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** One neuron looked into: what comes in and what it makes of it; and, told apart from that, what the error makes of it. */
final class NeuronTelling {
    /** Where a curve is flatter than this, hardly anything passes back. */
    private static final double FLAT = 0.01;

    private final Run run;
    private final Names names;
    private final ExamplePass pass;
    private final int example;
    private final int l;
    private final int j;

    NeuronTelling(Run run, int example, Focus.Neuron neuron) {
        this.run = run;
        this.names = new Names(run);
        this.pass = run.pass(example);
        this.example = example;
        this.l = neuron.layer() - 1;
        this.j = neuron.j();
    }

    private Moment moment(Part part) {
        return new Moment(part, l, OptionalInt.of(j));
    }

    /** The way forward. */
    Telling forward() {
        List<String> sentences = new ArrayList<>();
        var explainer = new Explainer(run, example);
        for (Part part : List.of(Part.Z, Part.A)) {
            sentences.addAll(new ForwardMoments(run, names, explainer, moment(part))
                    .found()
                    .sentences());
        }
        explainer.explain(Quantity.of(Kind.SLOPE, l, j)).map(Explanation::value).ifPresent(slope -> {
            sentences.add("The slope of the curve there is " + Numbers.of(slope)
                    + (slope == 0
                            ? ": nothing passes back."
                            : Math.abs(slope) < FLAT ? ": it is nearly flat, the neuron is saturated." : "."));
        });
        List<List<String>> rows = IntStream.range(0, pass.activations()[l].length)
                .limit(Found.MOST_ROWS)
                .mapToObj(k -> input(
                        names.neuron(l, k),
                        pass.activations()[l][k],
                        run.network().weight(l, j, k)))
                .toList();
        return new Telling(
                "neuron",
                sentences,
                List.of(new Table(
                        "What comes into " + names.neuron(l + 1, j),
                        List.of("from", "input", "weight", "product"),
                        rows)));
    }

    private static List<String> input(String name, double a, double w) {
        return List.of(name, Numbers.of(a), Numbers.of(w), Numbers.of(a * w));
    }

    /** The factors of its gradients, on this example. */
    Telling factors() {
        Found delta = new BackwardMoments(run, names, pass, example, moment(Part.DELTA)).found();
        Found gradient = new BackwardMoments(run, names, pass, example, moment(Part.GRADIENT)).found();
        List<String> sentences = new ArrayList<>(delta.sentences());
        sentences.addAll(gradient.sentences());
        return new Telling("factors", sentences, List.of(gradient.table()));
    }
}
