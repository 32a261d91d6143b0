package downhill.insight.description.substep;

import downhill.insight.description.Description.Table;
import downhill.insight.description.SpokenNumbers;
import downhill.insight.explanation.Explainer;
import downhill.insight.explanation.Explanation;
import downhill.insight.explanation.Kind;
import downhill.insight.explanation.Names;
import downhill.insight.explanation.Quantity;
import downhill.insight.explanation.Remark;
import downhill.net.Parameter;
import downhill.net.Parameter.Bias;
import downhill.net.Parameter.Weight;
import downhill.train.spec.BatchSpec.Reduce;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Describes the steps from the batch's gradients to the new weights: their mean or sum, and the update. */
public final class UpdateSubsteps {
    private final Run run;
    private final Names names;
    private final Explainer explainer;
    private final Substep substep;

    UpdateSubsteps(Run run, Names names, Explainer explainer, Substep substep) {
        this.run = run;
        this.names = names;
        this.explainer = explainer;
        this.substep = substep;
    }

    SubstepResult mean() {
        List<Weight> places = LargestWeights.weights(run.network().shape(), SubstepResult.MOST_ROWS, run.gradient());
        int count = run.batch().length;
        String reduce = run.batchSpec().reduce() == Reduce.MEAN ? "mean" : "sum";
        String why = count == 1
                ? "The batch has one example, so its gradients are the step’s."
                : "Each of the batch’s " + count + " examples has gradients of its own; the step takes their " + reduce
                        + ".";
        Weight first = places.getFirst();
        double most = run.gradient().weight(first.l(), first.j(), first.k());
        return new SubstepResult(
                List.of(
                        why,
                        "The largest of these gradients is that of the weight " + names.weight(first) + ", "
                                + SpokenNumbers.exact(most) + "."),
                new Table(
                        "The gradients of the step, the largest first",
                        List.of("weight", "gradient"),
                        places.stream()
                                .map(at -> List.of(
                                        names.weight(at),
                                        SpokenNumbers.exact(run.gradient().weight(at.l(), at.j(), at.k()))))
                                .toList()));
    }

    SubstepResult update() {
        int l = substep.layer();
        List<String> sentences = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (int j = 0; j < run.network().layers().get(l + 1); j++) {
            if (substep.isAbout(j)) {
                into(l, j, sentences, rows);
            }
        }
        return new SubstepResult(
                sentences,
                new Table(
                        "The weights and biases, before and after",
                        List.of("weight", "before", "gradient", "update", "after"),
                        rows));
    }

    private void into(int l, int j, List<String> sentences, List<List<String>> rows) {
        int width = run.network().layers().get(l);
        IntStream.range(0, width)
                .limit(SubstepResult.MOST_ROWS - (long) rows.size())
                .forEach(k -> {
                    Weight at = new Weight(l, j, k);
                    if (sentences.size() < SubstepResult.MOST_TOLD) {
                        sentences.add("The weight " + names.weight(at) + " goes from "
                                + SpokenNumbers.of(value(Kind.WEIGHT, at)) + " to "
                                + SpokenNumbers.exact(value(Kind.NEW, at)) + reason(at));
                    }
                    rows.add(row(names.weight(at), Kind.WEIGHT, at));
                });
        if (rows.size() < SubstepResult.MOST_ROWS) {
            rows.add(row("bias of " + names.neuron(l + 1, j), Kind.BIAS, new Bias(l, j)));
        }
    }

    private Explanation explain(Kind kind, Parameter at) {
        return explainer.explain(Quantity.of(kind, at)).orElseThrow();
    }

    private double value(Kind kind, Parameter at) {
        return explain(kind, at).value();
    }

    private String reason(Weight at) {
        Explanation update = explain(Kind.UPDATE, at);
        return update.parts()
                .map(formula -> ", by " + SpokenNumbers.signed(update.value()) + ": " + FormulaWords.of(formula)
                        + rule(at) + ".")
                .orElseGet(() -> update.remarks().contains(new Remark.IsFrozen())
                        ? ": it is held still."
                        : ": there is no connection here.");
    }

    /** The name of a rule that is not gradient descent's own. */
    private String rule(Weight at) {
        String name = run.optimizer().rule().name();
        return name.equals("sgd")
                ? ""
                : ", which is what " + name + " makes of its gradient "
                        + SpokenNumbers.of(run.gradient().weight(at.l(), at.j(), at.k()));
    }

    private List<String> row(String name, Kind kind, Parameter at) {
        return List.of(
                name,
                SpokenNumbers.exact(value(kind, at)),
                SpokenNumbers.exact(run.gradient().values()[at.in(run.network().shape())]),
                SpokenNumbers.exact(value(Kind.UPDATE, at)),
                SpokenNumbers.exact(value(Kind.NEW, at)));
    }
}
