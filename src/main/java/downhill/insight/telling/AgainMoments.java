package downhill.insight.telling;

import downhill.insight.Aftermath;
import downhill.insight.explanation.Names;
import downhill.insight.telling.Telling.Table;
import downhill.net.ExamplePass;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The step gone through again with the new weights, and the cost that was promised beside the one that came. */
final class AgainMoments {
    private final Names names;
    private final ExamplePass before;
    private final Aftermath after;
    private final Moment moment;

    AgainMoments(Names names, ExamplePass before, Aftermath after, Moment moment) {
        this.names = names;
        this.before = before;
        this.after = after;
        this.moment = moment;
    }

    Found again() {
        int layer = moment.layer() + 1;
        double[] old = before.activations()[layer];
        double[] now = after.pass().activations()[layer];
        List<Integer> neurons =
                IntStream.range(0, now.length).filter(moment::isAbout).boxed().toList();
        return new Found(
                neurons.stream()
                        .limit(Found.MOST_TOLD)
                        .map(j -> Found.sentence(names.neuron(layer, j)) + " gave " + Numbers.exact(old[j])
                                + " and gives " + Numbers.exact(now[j]) + " now, " + change(now[j] - old[j]) + ".")
                        .toList(),
                new Table(
                        "The activations, before and after",
                        List.of("neuron", "before", "with the new weights", "change"),
                        neurons.stream()
                                .limit(Found.MOST_ROWS)
                                .map(j -> List.of(
                                        names.neuron(layer, j),
                                        Numbers.exact(old[j]),
                                        Numbers.exact(now[j]),
                                        Numbers.exact(now[j] - old[j])))
                                .toList()));
    }

    private static String change(double by) {
        return by == 0 ? "the same" : Numbers.of(Math.abs(by)) + (by > 0 ? " more" : " less");
    }

    static Found newCost(Aftermath after) {
        double promised = after.predicted() - after.before();
        double came = after.after() - after.before();
        List<String> sentences = new ArrayList<>();
        sentences.add("The cost was " + Numbers.exact(after.before()) + " and is " + Numbers.exact(after.after())
                + " now: it "
                + (came == 0
                        ? "stayed the same."
                        : (came < 0 ? "fell by " : "rose by ") + Numbers.of(Math.abs(came)) + "."));
        sentences.add("The gradients had predicted " + Numbers.exact(after.predicted()) + ", a change of "
                + Numbers.signed(promised) + ", as if the cost were straight."
                + (promised == 0 ? "" : " What came of it is " + Numbers.of(came / promised) + " times that."));
        after.all().map(AgainMoments::all).ifPresent(sentences::add);
        return new Found(sentences, new Table("The cost", List.of("cost", "value", "change"), costs(after)));
    }

    private static List<List<String>> costs(Aftermath after) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("before", Numbers.exact(after.before()), ""));
        rows.add(row("predicted", after.predicted(), after.before()));
        rows.add(row("measured", after.after(), after.before()));
        after.all().ifPresent(all -> {
            rows.add(List.of("all examples, before", Numbers.exact(all.before()), ""));
            rows.add(row("all examples, after", all.after(), all.before()));
        });
        return rows;
    }

    private static List<String> row(String name, double cost, double before) {
        return List.of(name, Numbers.exact(cost), Numbers.exact(cost - before));
    }

    private static String all(Aftermath.OfAll all) {
        double came = all.after() - all.before();
        return "Over all training examples the cost was " + Numbers.exact(all.before()) + " and is now "
                + Numbers.exact(all.after()) + ": it "
                + (came == 0
                        ? "stayed the same."
                        : (came < 0 ? "fell by " : "rose by ") + Numbers.of(Math.abs(came)) + ".");
    }
}
