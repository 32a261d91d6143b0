package downhill.insight.telling;

import downhill.descent.UpdateRule;
import downhill.insight.explanation.Names;
import downhill.insight.telling.Telling.Table;
import downhill.net.Parameter.Weight;
import downhill.train.spec.BatchSpec.Reduce;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What a step does with the batch's gradients: their mean or sum, and the weights as they will be. */
final class UpdateMoments {
    private final Run run;
    private final Names names;
    private final Moment moment;

    UpdateMoments(Run run, Names names, Moment moment) {
        this.run = run;
        this.names = names;
        this.moment = moment;
    }

    Found mean() {
        List<Weight> places = Largest.weights(run.network().shape(), Found.MOST_ROWS, run.gradient());
        int count = run.batch().length;
        String reduce = run.batchSpec().reduce() == Reduce.MEAN ? "mean" : "sum";
        String why = count == 1
                ? "The batch has one example, so its gradients are the step’s."
                : "Each of the batch’s " + count + " examples has gradients of its own; the step takes their " + reduce
                        + ".";
        Weight first = places.getFirst();
        double most = run.gradient().weight(first.l(), first.j(), first.k());
        return new Found(
                List.of(
                        why,
                        "The largest of these gradients is that of the weight " + names.weight(first) + ", "
                                + Numbers.exact(most) + "."),
                new Table(
                        "The gradients of the step, the largest first",
                        List.of("weight", "gradient"),
                        places.stream()
                                .map(at -> List.of(
                                        names.weight(at),
                                        Numbers.exact(run.gradient().weight(at.l(), at.j(), at.k()))))
                                .toList()));
    }

    Found update() {
        int l = moment.layer();
        List<String> sentences = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (int j = 0; j < run.network().layers().get(l + 1); j++) {
            if (moment.isAbout(j)) {
                into(l, j, sentences, rows);
            }
        }
        return new Found(
                sentences,
                new Table(
                        "The weights and biases, before and after",
                        List.of("weight", "before", "gradient", "update", "after"),
                        rows));
    }

    private void into(int l, int j, List<String> sentences, List<List<String>> rows) {
        int width = run.network().layers().get(l);
        IntStream.range(0, width).limit(Found.MOST_ROWS - (long) rows.size()).forEach(k -> {
            Weight at = new Weight(l, j, k);
            double w = run.network().weight(l, j, k);
            double gradient = run.gradient().weight(l, j, k);
            double update = run.update().weight(l, j, k);
            if (sentences.size() < Found.MOST_TOLD) {
                sentences.add("The weight " + names.weight(at) + " goes from " + Numbers.of(w) + " to "
                        + Numbers.exact(w + update) + reason(gradient, update));
            }
            rows.add(row(names.weight(at), w, gradient, update));
        });
        if (rows.size() < Found.MOST_ROWS) {
            rows.add(row(
                    "bias of " + names.neuron(l + 1, j),
                    run.network().bias(l, j),
                    run.biasGradients(l)[j],
                    run.biasUpdates(l)[j]));
        }
    }

    private String reason(double gradient, double update) {
        double rate = run.optimizer().learningRate();
        String by = ", by " + Numbers.signed(update) + ": ";
        if (update == 0 && gradient != 0) {
            return ": it is held still.";
        }
        boolean isPlain = run.optimizer().rule() instanceof UpdateRule.Sgd && Found.agrees(-rate * gradient, update);
        return by
                + (isPlain
                        ? "minus the learning rate " + Numbers.of(rate) + " times its gradient " + Numbers.of(gradient)
                                + "."
                        : run.optimizer().rule() instanceof UpdateRule.Sgd
                                ? "the learning rate times its gradient, against it, and what momentum or decay add."
                                : "what " + run.optimizer().rule().name() + " makes of its gradient "
                                        + Numbers.of(gradient) + ".");
    }

    private static List<String> row(String name, double before, double gradient, double update) {
        return List.of(
                name,
                Numbers.exact(before),
                Numbers.exact(gradient),
                Numbers.exact(update),
                Numbers.exact(before + update));
    }
}
