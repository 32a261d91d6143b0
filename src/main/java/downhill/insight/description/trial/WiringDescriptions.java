package downhill.insight.description.trial;

import downhill.insight.description.Description;
import downhill.insight.description.Description.Table;
import downhill.insight.description.SpokenNumbers;
import downhill.insight.wiring.Ablation;
import downhill.insight.wiring.ConnectionLedger;
import downhill.insight.wiring.InputShares;
import downhill.insight.wiring.RuleTrial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The connections into a network's outputs in words. */
public final class WiringDescriptions {
    /** The rows of the table of inputs. */
    private static final int STRONGEST = 12;

    private WiringDescriptions() {}

    /** One step's change of each connection into an output. */
    public static Description of(ConnectionLedger ledger) {
        String changes = ledger.delta() < 0
                ? "The step raises the weight of every connection from a unit with a positive activation."
                : "The step lowers the weight of every connection from a unit with a positive activation.";
        return new Description(
                "ledger",
                List.of(
                        "Output " + ledger.output() + " has the activation " + SpokenNumbers.of(ledger.activation())
                                + " and the target " + SpokenNumbers.of(ledger.target()) + ", so its delta is "
                                + SpokenNumbers.of(ledger.delta()) + ".",
                        ledger.delta() == 0 ? "The step changes nothing." : changes),
                List.of(new Table(
                        "The connections into this output",
                        List.of("unit", "activation", "weight", "change", "change by Hebb’s rule"),
                        ledger.rows().stream()
                                .map(row -> List.of(
                                        String.valueOf(row.unit() + 1),
                                        SpokenNumbers.of(row.activation()),
                                        SpokenNumbers.of(row.weight()),
                                        SpokenNumbers.of(row.change()),
                                        SpokenNumbers.of(row.hebb())))
                                .toList())));
    }

    /** Two rules that train the same connections. */
    public static Description of(RuleTrial trial) {
        return new Description(
                "rules",
                List.of(
                        ended("Gradient descent", trial.descent(), trial.weights()),
                        ended("Hebb’s rule", trial.hebb(), trial.weights())),
                List.of(new Table(
                        "The two rules",
                        List.of(
                                "examples",
                                "right by gradient descent",
                                "right by Hebb’s rule",
                                "length of the weights by gradient descent",
                                "length of the weights by Hebb’s rule"),
                        IntStream.range(0, trial.descent().points().size())
                                .mapToObj(i -> row(
                                        trial.descent().points().get(i),
                                        trial.hebb().points().get(i)))
                                .toList())));
    }

    private static String ended(String rule, RuleTrial.Course course, int weights) {
        RuleTrial.Point first = course.points().getFirst();
        RuleTrial.Point last = course.points().getLast();
        return rule + ": after " + SpokenNumbers.count(last.examples(), "example") + " the network is right on "
                + share(last) + " of the unseen examples; before, on " + share(first) + ". It answers "
                + SpokenNumbers.count(last.classes(), "different class") + ". Of " + weights
                + " weights " + course.risen() + " rose and " + course.fallen() + " fell.";
    }

    private static String share(RuleTrial.Point point) {
        return SpokenNumbers.percent(point.accuracy());
    }

    private static List<String> row(RuleTrial.Point descent, RuleTrial.Point hebb) {
        return List.of(
                String.valueOf(descent.examples()),
                share(descent),
                share(hebb),
                SpokenNumbers.of(descent.length()),
                SpokenNumbers.of(hebb.length()));
    }

    /** The inputs that speak for and against an output. */
    public static Description of(InputShares shares) {
        int side = (int) Math.round(Math.sqrt(shares.shares().length));
        List<Integer> strongest = IntStream.range(0, shares.shares().length)
                .filter(k -> shares.shares()[k] != 0)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -Math.abs(shares.shares()[k])))
                .limit(STRONGEST)
                .toList();
        boolean isPicture = side * side == shares.shares().length && side > 1;
        List<String> heads = isPicture ? List.of("row", "column", "share") : List.of("input", "share");
        return new Description(
                "shares",
                List.of(
                        "For output " + shares.output() + ": "
                                + SpokenNumbers.count(shares.speakingFor().count(), "input") + " with "
                                + SpokenNumbers.of(shares.speakingFor().sum()) + ".",
                        "Against it: " + SpokenNumbers.count(shares.against().count(), "input") + " with "
                                + SpokenNumbers.of(shares.against().sum()) + ".",
                        "The rest, " + SpokenNumbers.of(shares.rest()) + ", belongs to no input. Together they are "
                                + SpokenNumbers.of(shares.preActivation()) + ", the weighted sum of output "
                                + shares.output() + "."),
                List.of(new Table(
                        "The strongest inputs",
                        heads,
                        strongest.stream()
                                .map(k -> isPicture
                                        ? List.of(
                                                String.valueOf(k / side + 1),
                                                String.valueOf(k % side + 1),
                                                SpokenNumbers.of(shares.shares()[k]))
                                        : List.of(String.valueOf(k + 1), SpokenNumbers.of(shares.shares()[k])))
                                .toList())));
    }

    /** A network without each of its units. */
    public static Description of(Ablation ablation) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("all units", ablation.right()));
        ablation.without().forEach(one -> rows.add(row("without unit " + (one.unit() + 1), one.right())));
        List<String> heads = new ArrayList<>(List.of("network"));
        IntStream.range(0, ablation.counts().length).forEach(i -> heads.add(String.valueOf(i)));
        heads.add("all");
        return new Description(
                "ablation",
                List.of("With all units the network is right on " + sum(ablation.right()) + " of "
                        + sum(ablation.counts()) + " unseen examples."),
                List.of(new Table("Right answers, class by class", heads, rows)));
    }

    private static List<String> row(String name, int[] right) {
        List<String> row = new ArrayList<>(List.of(name));
        Arrays.stream(right).forEach(count -> row.add(String.valueOf(count)));
        row.add(String.valueOf(sum(right)));
        return row;
    }

    private static int sum(int[] counts) {
        return Arrays.stream(counts).sum();
    }
}
