package downhill.insight.description;

import downhill.insight.description.Description.Table;
import downhill.insight.explanation.Names;
import downhill.net.PerParameter;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The weights into one unit of a network that looks at pictures, as the picture that they are. */
public final class PictureDescription {
    private static final int MOST_ROWS = 12;

    private final Run run;
    private final Names names;
    private final int j;

    private PictureDescription(Run run, int j) {
        this.run = run;
        this.names = new Names(run);
        this.j = j;
    }

    /** The picture of a unit of the first hidden layer, if its inputs are one. */
    static Optional<Description> of(Run run, Focus.Neuron neuron) {
        boolean isHidden = neuron.layer() == 1 && run.network().depth() > 1;
        var description = new PictureDescription(run, neuron.j());
        return isHidden
                ? CoarsePicture.of(description.into(run.network().parameters())).map(description::description)
                : Optional.empty();
    }

    private double[] into(PerParameter parameters) {
        int width = run.network().layers().getFirst();
        return IntStream.range(0, width)
                .mapToDouble(k -> parameters.weight(0, j, k))
                .toArray();
    }

    private Description description(CoarsePicture weights) {
        double[] numbers = into(run.network().parameters());
        double[] gradient = into(run.gradient());
        String unit = names.neuron(1, j);
        List<String> sentences = new ArrayList<>();
        sentences.add("The weights into " + unit + " are a picture of " + weights.side() + " by " + weights.side()
                + ". Ink raises its answer most " + weights.brightest() + " and lowers it most " + weights.darkest()
                + "; its weights go from "
                + SpokenNumbers.of(Arrays.stream(numbers).min().orElse(0)) + " to "
                + SpokenNumbers.of(Arrays.stream(numbers).max().orElse(0)) + ".");
        CoarsePicture.of(gradient)
                .map(slope -> Arrays.stream(gradient).allMatch(g -> g == 0)
                        ? "Their gradient is 0 everywhere: this step changes none of them."
                        : "The step would have it answer more to ink " + slope.darkest() + " and less to ink "
                                + slope.brightest() + ".")
                .ifPresent(sentences::add);
        List<List<String>> leads = leads();
        sentences.add(
                "What it answers leads most strongly to " + leads.getFirst().getFirst() + ", by the weight "
                        + leads.getFirst().getLast() + ".");
        return new Description(
                "picture",
                sentences,
                List.of(
                        weights.table("The weights into " + unit + ", the means of squares"),
                        new Table("Where " + unit + " leads, the strongest first", List.of("to", "weight"), leads)));
    }

    private List<List<String>> leads() {
        return IntStream.range(0, run.network().layers().get(2))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Math.abs(run.network().weight(1, i, j))))
                .limit(MOST_ROWS)
                .map(i -> List.of(
                        names.neuron(2, i), SpokenNumbers.of(run.network().weight(1, i, j))))
                .toList();
    }
}
