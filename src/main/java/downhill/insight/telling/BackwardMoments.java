package downhill.insight.telling;

import downhill.insight.explanation.Names;
import downhill.insight.telling.Moment.Part;
import downhill.insight.telling.Telling.Table;
import downhill.net.Cost;
import downhill.net.ExamplePass;
import downhill.net.Parameter;
import downhill.net.Parameter.Bias;
import downhill.net.Parameter.Weight;
import downhill.train.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
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
        return new Found(
                neurons.stream().limit(Found.MOST_TOLD).map(this::delta).toList(),
                new Table(
                        "The deltas",
                        List.of(
                                "neuron",
                                isLast() ? "slope of the cost" : "what comes back",
                                "slope of the activation",
                                "delta"),
                        neurons.stream()
                                .limit(Found.MOST_ROWS)
                                .map(this::deltaRow)
                                .toList()));
    }

    private boolean isLast() {
        return l == run.network().depth() - 1;
    }

    /** How the cost changes with the neuron's activation: at the output by its target, else by way of the layer after it. */
    private double outside(int j) {
        if (!isLast()) {
            return IntStream.range(0, pass.deltas()[l + 1].length)
                    .mapToDouble(i -> run.network().weight(l + 1, i, j) * pass.deltas()[l + 1][i])
                    .sum();
        }
        double error = pass.activations()[l + 1][j] - target(j);
        return run.spec().cost() instanceof Cost.MeanSquaredError
                ? error * 2 / run.data().targetWidth()
                : error;
    }

    private double target(int j) {
        return run.data().targets()[example * run.data().targetWidth() + j];
    }

    /** The slope of the neuron's activation, if it is with it that the delta is made. */
    private OptionalDouble slope(int j) {
        return run.network()
                .activation(l)
                .curve()
                .map(curve -> curve.slope(pass.preActivations()[l][j], pass.activations()[l + 1][j]))
                .filter(slope -> Found.agrees(outside(j) * slope, pass.deltas()[l][j]))
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    private String delta(int j) {
        String name = Found.sentence(names.neuron(l + 1, j));
        String delta = Numbers.exact(pass.deltas()[l][j]);
        String from = isLast()
                ? " answers " + Numbers.of(pass.activations()[l + 1][j]) + " where " + Numbers.of(target(j))
                        + " was wanted"
                : " gets back " + collected(j);
        OptionalDouble slope = slope(j);
        if (slope.isPresent()) {
            return name + from + (isLast() ? ": the cost’s slope there, " : ", together ") + Numbers.of(outside(j))
                    + ", times the slope of its " + run.network().activation(l).name() + ", "
                    + Numbers.of(slope.getAsDouble())
                    + ", is its delta, " + delta + ".";
        }
        boolean isDifference = isLast() && Found.agrees(outside(j), pass.deltas()[l][j]);
        return name + from + (isDifference ? ": with this cost the difference is its delta, " : ": its delta is ")
                + delta + ".";
    }

    private String collected(int j) {
        int after = pass.deltas()[l + 1].length;
        return after > Found.MOST_TERMS
                ? "what " + after + " deltas send through their weights"
                : IntStream.range(0, after)
                        .mapToObj(i -> Numbers.of(run.network().weight(l + 1, i, j)) + " times the delta "
                                + Numbers.of(pass.deltas()[l + 1][i]))
                        .collect(Collectors.joining(" plus "));
    }

    private List<String> deltaRow(int j) {
        OptionalDouble slope = slope(j);
        return List.of(
                names.neuron(l + 1, j),
                Numbers.exact(outside(j)),
                slope.isPresent() ? Numbers.exact(slope.getAsDouble()) : "",
                Numbers.exact(pass.deltas()[l][j]));
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
