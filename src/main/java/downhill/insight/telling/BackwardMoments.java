package downhill.insight.telling;

import downhill.insight.explanation.Names;
import downhill.insight.telling.Moment.Part;
import downhill.insight.telling.Telling.Table;
import downhill.net.ExamplePass;
import downhill.net.Parameter;
import downhill.net.Parameter.Bias;
import downhill.net.Parameter.Weight;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The pass backward on one example: the deltas of a layer, and the gradients of the weights that lead to it. */
final class BackwardMoments {
    private final Run run;
    private final Names names;
    private final ExamplePass pass;
    private final int example;
    private final Moment moment;
    private final int l;

    BackwardMoments(Run run, Names names, ExamplePass pass, int example, Moment moment) {
        this.run = run;
        this.names = names;
        this.pass = pass;
        this.example = example;
        this.moment = moment;
        this.l = moment.layer();
    }

    Found found() {
        List<Integer> neurons = IntStream.range(0, pass.deltas()[l].length)
                .filter(moment::isAbout)
                .boxed()
                .toList();
        return moment.part() == Part.DELTA ? deltas(neurons) : gradients(neurons);
    }

    private Found deltas(List<Integer> neurons) {
        var words = new DeltaWords(run, names, pass, example, l);
        return new Found(
                neurons.stream().limit(Found.MOST_TOLD).map(words::sentence).toList(),
                new Table(
                        "The deltas",
                        words.heads(),
                        neurons.stream().limit(Found.MOST_ROWS).map(words::row).toList()));
    }

    private Found gradients(List<Integer> neurons) {
        List<List<String>> rows = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (int j : neurons) {
            for (int k = 0; k < pass.activations()[l].length && rows.size() < Found.MOST_ROWS; k++) {
                Weight at = new Weight(l, j, k);
                if (sentences.size() < Found.MOST_TOLD) {
                    sentences.add(gradient(at));
                }
                rows.add(gradientRow(names.weight(at), pass.deltas()[l][j], pass.activations()[l][k]));
            }
            if (rows.size() < Found.MOST_ROWS) {
                rows.add(gradientRow("bias of " + names.neuron(l + 1, j), pass.deltas()[l][j], 1));
            }
        }
        return new Found(
                sentences,
                new Table("The gradients on this example", List.of("weight", "delta", "activation", "gradient"), rows));
    }

    String gradient(Parameter parameter) {
        double delta = pass.deltas()[l][parameter.j()];
        return switch (parameter) {
            case Weight at ->
                "The weight " + names.weight(at) + ": delta " + Numbers.of(delta) + " times activation "
                        + Numbers.of(pass.activations()[l][at.k()]) + " is its gradient, "
                        + wish(pass.weightGradient(l, at.j(), at.k()));
            case Bias at ->
                "The bias of " + names.neuron(l + 1, at.j()) + ": its neuron’s delta is its gradient, " + wish(delta);
        };
    }

    private static String wish(double gradient) {
        return Numbers.exact(gradient) + ". This example wants it "
                + (gradient == 0 ? "as it is." : gradient > 0 ? "smaller." : "larger.");
    }

    private static List<String> gradientRow(String name, double delta, double a) {
        return List.of(name, Numbers.exact(delta), Numbers.exact(a), Numbers.exact(delta * a));
    }
}
