package downhill.insight.description.substep;

import downhill.insight.description.Description.Table;
import downhill.insight.description.SpokenNumbers;
import downhill.insight.description.substep.Substep.Part;
import downhill.insight.explanation.Explainer;
import downhill.insight.explanation.Explanation;
import downhill.insight.explanation.Kind;
import downhill.insight.explanation.Names;
import downhill.insight.explanation.Part.Sum;
import downhill.insight.explanation.Remark;
import downhill.train.step.Run;
import java.util.List;
import java.util.stream.IntStream;

/** The pass forward: each neuron's weighted sum z, and what its activation makes of it. */
public final class ForwardSubsteps {
    private final Run run;
    private final Names names;
    private final Explainer explainer;
    private final Substep substep;
    private final int l;

    public ForwardSubsteps(Run run, Names names, Explainer explainer, Substep substep) {
        this.run = run;
        this.names = names;
        this.explainer = explainer;
        this.substep = substep;
        this.l = substep.layer();
    }

    public SubstepResult found() {
        boolean isSum = substep.part() == Part.Z;
        List<Integer> neurons = IntStream.range(0, run.network().layers().get(l + 1))
                .filter(substep::isAbout)
                .boxed()
                .toList();
        List<Integer> rows = neurons.stream().limit(SubstepResult.MOST_ROWS).toList();
        return new SubstepResult(
                neurons.stream()
                        .limit(SubstepResult.MOST_TOLD)
                        .map(j -> SubstepResult.sentence(names.neuron(l + 1, j)) + (isSum ? sum(j) : activation(j)))
                        .toList(),
                isSum
                        ? new Table(
                                "The weighted sums",
                                List.of("neuron", "weights times inputs", "bias", "z"),
                                rows.stream().map(this::sums).toList())
                        : new Table(
                                "The activations",
                                List.of("neuron", "z", "activation"),
                                rows.stream().map(this::activations).toList()));
    }

    private double value(Kind kind, int j) {
        return explainer.explainAny(kind, l, j).value();
    }

    /** The products that a weighted sum adds up beside the bias, which is its last term. */
    private Sum products(int j) {
        var sum = (Sum) explainer.explainAny(Kind.SUM, l, j).parts().orElseThrow();
        return new Sum(sum.terms().subList(0, sum.terms().size() - 1));
    }

    private String sum(int j) {
        return " adds up " + FormulaWords.of(products(j)) + " and its bias " + SpokenNumbers.of(value(Kind.BIAS, j))
                + ": z is " + SpokenNumbers.exact(value(Kind.SUM, j)) + ".";
    }

    private String activation(int j) {
        Explanation activation = explainer.explainAny(Kind.ACTIVATION, l, j);
        String curved = run.network().activation(l).name() + " of z " + SpokenNumbers.of(value(Kind.SUM, j));
        String why = activation.remarks().stream()
                .findFirst()
                .map(remark -> switch (remark) {
                    case Remark.Dropped r -> "dropout switched it off for this example, so its activation is ";
                    case Remark.ScaledUp r -> curved + ", times " + SpokenNumbers.of(r.factor()) + " for dropout, is ";
                    default -> run.network().activation(l).name() + " over the whole layer gives ";
                })
                .orElse(curved + " is ");
        return ": " + why + SpokenNumbers.exact(activation.value()) + ".";
    }

    private List<String> sums(int j) {
        return List.of(
                names.neuron(l + 1, j),
                SpokenNumbers.exact(products(j).value()),
                SpokenNumbers.exact(value(Kind.BIAS, j)),
                SpokenNumbers.exact(value(Kind.SUM, j)));
    }

    private List<String> activations(int j) {
        return List.of(
                names.neuron(l + 1, j),
                SpokenNumbers.exact(value(Kind.SUM, j)),
                SpokenNumbers.exact(value(Kind.ACTIVATION, j)));
    }
}
