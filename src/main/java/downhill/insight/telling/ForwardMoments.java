package downhill.insight.telling;

import downhill.insight.explanation.Names;
import downhill.insight.telling.Moment.Part;
import downhill.insight.telling.Telling.Table;
import downhill.net.ExamplePass;
import downhill.train.step.Run;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The pass forward: each neuron's weighted sum z, and what its activation makes of it. */
final class ForwardMoments {
    private final Run run;
    private final Names names;
    private final ExamplePass pass;
    private final Moment moment;
    private final int l;

    ForwardMoments(Run run, Names names, ExamplePass pass, Moment moment) {
        this.run = run;
        this.names = names;
        this.pass = pass;
        this.moment = moment;
        this.l = moment.layer();
    }

    Found found() {
        boolean isSum = moment.part() == Part.Z;
        List<Integer> neurons = IntStream.range(0, pass.preActivations()[l].length)
                .filter(moment::isAbout)
                .boxed()
                .toList();
        return new Found(
                neurons.stream()
                        .limit(Found.MOST_TOLD)
                        .map(j -> isSum ? sum(j) : activation(j))
                        .toList(),
                isSum
                        ? new Table(
                                "The weighted sums",
                                List.of("neuron", "weights times inputs", "bias", "z"),
                                neurons.stream()
                                        .limit(Found.MOST_ROWS)
                                        .map(this::sums)
                                        .toList())
                        : new Table(
                                "The activations",
                                List.of("neuron", "z", "activation"),
                                neurons.stream()
                                        .limit(Found.MOST_ROWS)
                                        .map(this::activations)
                                        .toList()));
    }

    private double z(int j) {
        return pass.preActivations()[l][j];
    }

    private double bias(int j) {
        return run.network().bias(l, j);
    }

    private String sum(int j) {
        double[] inputs = pass.activations()[l];
        String products = inputs.length > Found.MOST_TERMS
                ? inputs.length + " weights times their inputs, " + Numbers.of(z(j) - bias(j)) + ","
                : IntStream.range(0, inputs.length)
                        .mapToObj(k -> Numbers.of(run.network().weight(l, j, k)) + " times " + Numbers.of(inputs[k]))
                        .collect(Collectors.joining(" plus "));
        return Found.sentence(names.neuron(l + 1, j)) + " adds up " + products + " and its bias " + Numbers.of(bias(j))
                + ": z is " + Numbers.exact(z(j)) + ".";
    }

    private String activation(int j) {
        double a = pass.activations()[l + 1][j];
        String name = run.network().activation(l).name();
        boolean isPlain = run.network()
                .activation(l)
                .curve()
                .map(curve -> Found.agrees(curve.value(z(j)), a))
                .orElse(false);
        String why = isPlain
                ? name + " of z " + Numbers.of(z(j)) + " is "
                : run.network().activation(l).curve().isEmpty()
                        ? name + " over the whole layer gives "
                        : "with dropout its activation is ";
        return Found.sentence(names.neuron(l + 1, j)) + ": " + why + Numbers.exact(a) + ".";
    }

    private List<String> sums(int j) {
        return List.of(
                names.neuron(l + 1, j), Numbers.exact(z(j) - bias(j)), Numbers.exact(bias(j)), Numbers.exact(z(j)));
    }

    private List<String> activations(int j) {
        return List.of(names.neuron(l + 1, j), Numbers.exact(z(j)), Numbers.exact(pass.activations()[l + 1][j]));
    }
}
