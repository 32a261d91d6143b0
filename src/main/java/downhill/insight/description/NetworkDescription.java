package downhill.insight.description;

import downhill.insight.explanation.Names;
import downhill.net.ExamplePass;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Describes the network on one example: the input, the output, and the neuron that the error blames most. */
public final class NetworkDescription {
    private static final int MOST_LISTED = 6;
    private static final int MOST_ROWS = 24;

    private final Run run;
    private final Names names;

    NetworkDescription(Run run) {
        this.run = run;
        this.names = new Names(run);
    }

    Description of(int example) {
        ExamplePass pass = run.pass(example);
        int depth = run.network().depth();
        double[] outputs = pass.activations()[depth];
        List<String> sentences = new ArrayList<>();
        sentences.add("On example " + (example + 1) + ", of input " + list(pass.activations()[0])
                + ", the network answers " + list(outputs) + "; it should answer " + list(targets(example)) + ".");
        sentences.add(blame(pass));
        return new Description("network", sentences, List.of(table(pass)));
    }

    private double[] targets(int example) {
        int width = run.data().targetWidth();
        return Arrays.copyOfRange(run.data().targets(), example * width, (example + 1) * width);
    }

    private static String list(double[] numbers) {
        String shown = Arrays.stream(numbers)
                .limit(MOST_LISTED)
                .mapToObj(SpokenNumbers::of)
                .collect(Collectors.joining(", "));
        return numbers.length > MOST_LISTED ? shown + " and " + (numbers.length - MOST_LISTED) + " more" : shown;
    }

    private String blame(ExamplePass pass) {
        int layer = 0;
        int neuron = 0;
        for (int l = 0; l < pass.deltas().length; l++) {
            for (int j = 0; j < pass.deltas()[l].length; j++) {
                if (Math.abs(pass.deltas()[l][j]) > Math.abs(pass.deltas()[layer][neuron])) {
                    layer = l;
                    neuron = j;
                }
            }
        }
        double delta = pass.deltas()[layer][neuron];
        return delta == 0
                ? "Every delta is 0: this example asks for no change."
                : "The largest delta, " + SpokenNumbers.of(delta) + ", is that of " + names.neuron(layer + 1, neuron)
                        + ": this example would have it answer " + (delta > 0 ? "less." : "more.");
    }

    private Description.Table table(ExamplePass pass) {
        List<List<String>> rows = new ArrayList<>();
        for (int l = 0; l < pass.deltas().length; l++) {
            int layer = l;
            IntStream.range(0, pass.deltas()[l].length)
                    .limit(MOST_ROWS)
                    .mapToObj(j -> List.of(
                            names.neuron(layer + 1, j),
                            SpokenNumbers.of(pass.preActivations()[layer][j]),
                            SpokenNumbers.of(pass.activations()[layer + 1][j]),
                            SpokenNumbers.of(pass.deltas()[layer][j])))
                    .forEach(rows::add);
        }
        return new Description.Table(
                "The neurons on this example", List.of("neuron", "z", "activation", "delta"), rows);
    }
}
