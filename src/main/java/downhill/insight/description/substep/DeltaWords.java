package downhill.insight.description.substep;

import downhill.insight.description.SpokenNumbers;
import downhill.insight.explanation.Explainer;
import downhill.insight.explanation.Explanation;
import downhill.insight.explanation.Kind;
import downhill.insight.explanation.Names;
import downhill.insight.explanation.Remark;
import downhill.net.ExamplePass;
import downhill.train.step.Run;
import java.util.List;
import java.util.Optional;

/** The deltas of a layer in words: each explanation's parts, and the rule that holds where the parts are not the usual ones. */
public final class DeltaWords {
    private final Run run;
    private final Names names;
    private final ExamplePass pass;
    private final int l;
    private final Explainer explainer;

    /** Words for the deltas of the neurons of layer l+1 on one example. */
    DeltaWords(Run run, Names names, ExamplePass pass, int example, int l) {
        this.run = run;
        this.names = names;
        this.pass = pass;
        this.l = l;
        this.explainer = new Explainer(run, example);
    }

    private boolean isLast() {
        return l == run.network().depth() - 1;
    }

    private Explanation delta(int j) {
        return explainer.explainAny(Kind.DELTA, l, j);
    }

    /** The derivative of the cost by the neuron's activation: by an output, or over the layer after it. */
    private double outside(int j) {
        return (isLast() ? explainer.explainAny(Kind.COST_SLOPE, j) : explainer.explainAny(Kind.BACK, l, j)).value();
    }

    /** The slope of the activation function, if the delta is made with it. */
    private Optional<Double> slope(int j) {
        boolean isUsed = delta(j).remarks().stream()
                .noneMatch(
                        remark -> remark instanceof Remark.SlopeCancels || remark instanceof Remark.EveryOutputFeels);
        return isUsed ? Optional.of(explainer.explainAny(Kind.SLOPE, l, j).value()) : Optional.empty();
    }

    /** The columns of the table of deltas. */
    List<String> heads() {
        return List.of(
                "neuron", isLast() ? "slope of the cost" : "what comes back", "slope of the activation", "delta");
    }

    List<String> row(int j) {
        boolean cancels = delta(j).remarks().stream().anyMatch(Remark.SlopeCancels.class::isInstance);
        return List.of(
                names.neuron(l + 1, j),
                cancels ? "" : SpokenNumbers.exact(outside(j)),
                slope(j).map(SpokenNumbers::exact).orElse(""),
                SpokenNumbers.exact(delta(j).value()));
    }

    String sentence(int j) {
        Explanation delta = delta(j);
        String name = SubstepResult.sentence(names.neuron(l + 1, j));
        return name
                + delta.remarks().stream()
                        .findFirst()
                        .map(remark -> special(j, remark, SpokenNumbers.exact(delta.value())))
                        .orElseGet(() -> usual(j, SpokenNumbers.exact(delta.value())));
    }

    private String usual(int j, String delta) {
        return from(j) + (isLast() ? ": the cost’s slope there, " : ", together ") + SpokenNumbers.of(outside(j))
                + ", times the slope of its " + slopeOf(j) + ", is its delta, " + delta + ".";
    }

    private String slopeOf(int j) {
        return run.network().activation(l).name() + ", " + SpokenNumbers.of(slope(j).orElseThrow());
    }

    private String special(int j, Remark remark, String delta) {
        return switch (remark) {
            case Remark.SlopeCancels r -> from(j) + ": with this cost the difference is its delta, " + delta + ".";
            case Remark.InsideMargin r ->
                from(j) + ": this is within the margin " + SpokenNumbers.of(r.margin())
                        + " of the target, so it counts as no error and the delta is " + delta + ".";
            case Remark.Dropped r -> ": dropout switched it off for this example, so its delta is " + delta + ".";
            case Remark.ScaledUp r ->
                from(j) + ", together " + SpokenNumbers.of(outside(j)) + ", times " + SpokenNumbers.of(r.factor())
                        + " for dropout, times the slope of its " + slopeOf(j) + ", is its delta, " + delta + ".";
            default -> from(j) + ": its delta is " + delta + ".";
        };
    }

    private String from(int j) {
        return isLast()
                ? " answers " + SpokenNumbers.of(pass.activations()[l + 1][j]) + " where "
                        + SpokenNumbers.of(explainer.explainAny(Kind.TARGET, j).value()) + " was wanted"
                : " gets back " + collected(j);
    }

    private String collected(int j) {
        return FormulaWords.of(explainer.explainAny(Kind.BACK, l, j).parts().orElseThrow());
    }
}
