package downhill.insight.description;

import downhill.insight.Scores;
import downhill.insight.description.substep.LargestWeights;
import downhill.insight.description.substep.SubstepDescription;
import downhill.insight.explanation.Names;
import downhill.net.Parameter.Weight;
import downhill.net.PerParameter;
import downhill.net.Shape;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Descriptions of all figures of a run's newest step. */
public final class StepDescriptions {
    private static final int MOST_ROWS = 12;
    /** The largest number of neurons that a description names one by one. */
    private static final int MOST_NEURONS = 12;

    private final Run run;
    private final Names names;
    private final Shape shape;

    private StepDescriptions(Run run) {
        this.run = run;
        this.names = new Names(run);
        this.shape = run.network().shape();
    }

    /** Describes a run's newest step, with this training example shown; inside the step, the substep in place of the whole. */
    public static List<Description> of(Run run, int example, Focus focus) {
        var descriptions = new StepDescriptions(run);
        List<Description> all = new ArrayList<>();
        if (focus.substep().isPresent()) {
            all.add(new SubstepDescription(run, example, focus.substep().get()).description(example));
        } else {
            all.add(descriptions.step(Scores.areCheap(run) ? Scores.of(run) : Scores.NONE));
            all.add(new NetworkDescription(run).of(example));
        }
        focus.neuron()
                .map(neuron -> new NeuronDescription(run, example, neuron))
                .ifPresent(neuron -> {
                    all.add(neuron.forward());
                    all.add(neuron.factors());
                });
        focus.neuron().flatMap(neuron -> PictureDescription.of(run, neuron)).ifPresent(picture -> {
            all.add(picture);
        });
        focus.parameter().ifPresent(at -> {
            all.add(new ParameterDescription(run, example, at).description());
            all.add(new PullDescription(run, at).description());
        });
        if (AnswerDescription.fits(run)) {
            all.add(new AnswerDescription(run).description());
        }
        all.add(descriptions.sensitivity());
        all.add(descriptions.weights());
        all.add(new HealthDescription(run).description());
        all.add(descriptions.count());
        HiddenPlaneDescription.of(run).ifPresent(all::add);
        return all;
    }

    private Description step(Scores scores) {
        List<String> sentences = new ArrayList<>();
        String before = "At step " + run.step() + " the cost of the batch is " + SpokenNumbers.of(run.cost());
        sentences.add(before
                + (scores.accuracy().isPresent()
                        ? ", and " + SpokenNumbers.percent(scores.accuracy().getAsDouble())
                                + " of the examples are right."
                        : "."));
        sentences.add("The network has "
                + run.network().layers().stream().map(String::valueOf).collect(Collectors.joining("-"))
                + " neurons, the input first; "
                + IntStream.range(0, shape.depth())
                        .mapToObj(l -> names.layer(l + 1) + " is "
                                + run.network().activation(l).name())
                        .collect(Collectors.joining(", "))
                + ".");
        if (run.batch().length < run.data().size()) {
            scores.trainCost()
                    .ifPresent(cost -> sentences.add("Over all " + run.data().size()
                            + " training examples, which the strong curve shows, the cost is " + SpokenNumbers.of(cost)
                            + "."));
        }
        scores.testCost()
                .ifPresent(
                        cost -> sentences.add("The cost of the examples held back is " + SpokenNumbers.of(cost) + "."));
        return new Description("step", sentences, List.of());
    }

    /** The number of weights and biases. */
    private Description count() {
        String sentence = "The network has " + SpokenNumbers.count(run.network().weightCount(), "weight") + " and "
                + run.network().biasCount() + (run.network().biasCount() == 1 ? " bias" : " biases")
                + ", each of which has a derivative.";
        List<List<String>> rows = IntStream.range(0, shape.depth())
                .mapToObj(l -> List.of(
                        "into " + names.layer(l + 1),
                        Long.toString((long) shape.width(l) * shape.width(l + 1)),
                        Integer.toString(shape.width(l + 1))))
                .toList();
        return new Description(
                "count",
                List.of(sentence),
                List.of(new Description.Table("What is learned", List.of("layer", "weights", "biases"), rows)));
    }

    private Description sensitivity() {
        PerParameter gradient = run.gradient();
        List<Weight> places = LargestWeights.weights(shape, MOST_ROWS, gradient);
        Weight first = places.getFirst();
        double g = gradient.weight(first.l(), first.j(), first.k());
        String sentence = g == 0
                ? "Every gradient is 0: no weight changes the cost, as far as a first look can tell."
                : "The cost reacts most to the weight " + names.weight(first) + ": its gradient is "
                        + SpokenNumbers.of(g) + ", so it should " + (g > 0 ? "fall" : "rise") + ".";
        return new Description(
                "sensitivity",
                List.of(sentence),
                List.of(new Description.Table(
                        "The weights to which the cost reacts most",
                        List.of("weight", "value", "gradient", "update"),
                        places.stream().map(this::row).toList())));
    }

    private List<String> row(Weight at) {
        return List.of(
                names.weight(at),
                SpokenNumbers.of(run.network().weight(at.l(), at.j(), at.k())),
                SpokenNumbers.of(run.gradient().weight(at.l(), at.j(), at.k())),
                SpokenNumbers.signed(run.update().weight(at.l(), at.j(), at.k())));
    }

    private Description weights() {
        List<String> sentences = new ArrayList<>();
        List<Description.Table> tables = new ArrayList<>();
        for (int l = 0; l < shape.depth(); l++) {
            sentences.add(signs(l));
            if (shape.width(l) <= MOST_NEURONS && shape.width(l + 1) <= MOST_NEURONS) {
                tables.add(table(l));
            }
        }
        return new Description("weights", sentences, tables);
    }

    private String signs(int l) {
        double[] weights = run.network().weights(l);
        long positive = Arrays.stream(weights).filter(w -> w > 0).count();
        long negative = Arrays.stream(weights).filter(w -> w < 0).count();
        double most = Arrays.stream(weights).map(Math::abs).max().orElse(0);
        return "Into " + names.layer(l + 1) + " lead " + SpokenNumbers.count(weights.length, "weight") + ", " + positive
                + " positive and " + negative + " negative, the largest of size " + SpokenNumbers.of(most) + ".";
    }

    private Description.Table table(int l) {
        List<String> heads = new ArrayList<>(List.of("to"));
        IntStream.range(0, shape.width(l))
                .mapToObj(k -> "from " + names.neuron(l, k))
                .forEach(heads::add);
        heads.add("bias");
        List<List<String>> rows = new ArrayList<>();
        for (int j = 0; j < shape.width(l + 1); j++) {
            List<String> row = new ArrayList<>(List.of(names.neuron(l + 1, j)));
            for (int k = 0; k < shape.width(l); k++) {
                row.add(SpokenNumbers.of(run.network().weight(l, j, k)));
            }
            row.add(SpokenNumbers.of(run.network().bias(l, j)));
            rows.add(row);
        }
        return new Description.Table("Weights and biases into " + names.layer(l + 1), heads, rows);
    }
}
