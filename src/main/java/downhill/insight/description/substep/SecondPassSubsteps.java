package downhill.insight.description.substep;

import downhill.insight.UpdateEffect;
import downhill.insight.description.Description.Table;
import downhill.insight.description.SpokenNumbers;
import downhill.insight.explanation.Names;
import downhill.net.ExamplePass;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The step gone through again with the new weights, and the cost that was promised beside the one that came. */
public final class SecondPassSubsteps {
    private final Names names;
    private final ExamplePass before;
    private final UpdateEffect after;
    private final Substep substep;

    SecondPassSubsteps(Names names, ExamplePass before, UpdateEffect after, Substep substep) {
        this.names = names;
        this.before = before;
        this.after = after;
        this.substep = substep;
    }

    SubstepResult again() {
        int layer = substep.layer() + 1;
        double[] old = before.activations()[layer];
        double[] now = after.pass().activations()[layer];
        List<Integer> neurons =
                IntStream.range(0, now.length).filter(substep::isAbout).boxed().toList();
        return new SubstepResult(
                neurons.stream()
                        .limit(SubstepResult.MOST_TOLD)
                        .map(j -> SubstepResult.sentence(names.neuron(layer, j)) + " gave "
                                + SpokenNumbers.exact(old[j]) + " and gives " + SpokenNumbers.exact(now[j]) + " now, "
                                + change(now[j] - old[j]) + ".")
                        .toList(),
                new Table(
                        "The activations, before and after",
                        List.of("neuron", "before", "with the new weights", "change"),
                        neurons.stream()
                                .limit(SubstepResult.MOST_ROWS)
                                .map(j -> List.of(
                                        names.neuron(layer, j),
                                        SpokenNumbers.exact(old[j]),
                                        SpokenNumbers.exact(now[j]),
                                        SpokenNumbers.exact(now[j] - old[j])))
                                .toList()));
    }

    private static String change(double by) {
        return by == 0 ? "the same" : SpokenNumbers.of(Math.abs(by)) + (by > 0 ? " more" : " less");
    }

    static SubstepResult newCost(UpdateEffect after) {
        double promised = after.predicted() - after.before();
        double came = after.after() - after.before();
        List<String> sentences = new ArrayList<>();
        sentences.add(
                "The cost was " + SpokenNumbers.exact(after.before()) + " and is " + SpokenNumbers.exact(after.after())
                        + " now: it "
                        + (came == 0
                                ? "stayed the same."
                                : (came < 0 ? "fell by " : "rose by ") + SpokenNumbers.of(Math.abs(came)) + "."));
        sentences.add("The gradients had predicted " + SpokenNumbers.exact(after.predicted()) + ", a change of "
                + SpokenNumbers.signed(promised) + ", as if the cost were straight."
                + (promised == 0 ? "" : " What came of it is " + SpokenNumbers.of(came / promised) + " times that."));
        after.all().map(SecondPassSubsteps::all).ifPresent(sentences::add);
        return new SubstepResult(sentences, new Table("The cost", List.of("cost", "value", "change"), costs(after)));
    }

    private static List<List<String>> costs(UpdateEffect after) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("before", SpokenNumbers.exact(after.before()), ""));
        rows.add(row("predicted", after.predicted(), after.before()));
        rows.add(row("measured", after.after(), after.before()));
        after.all().ifPresent(all -> {
            rows.add(List.of("all examples, before", SpokenNumbers.exact(all.before()), ""));
            rows.add(row("all examples, after", all.after(), all.before()));
        });
        return rows;
    }

    private static List<String> row(String name, double cost, double before) {
        return List.of(name, SpokenNumbers.exact(cost), SpokenNumbers.exact(cost - before));
    }

    private static String all(UpdateEffect.OfAll all) {
        double came = all.after() - all.before();
        return "Over all training examples the cost was " + SpokenNumbers.exact(all.before()) + " and is now "
                + SpokenNumbers.exact(all.after()) + ": it "
                + (came == 0
                        ? "stayed the same."
                        : (came < 0 ? "fell by " : "rose by ") + SpokenNumbers.of(Math.abs(came)) + ".");
    }
}
