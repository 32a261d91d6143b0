package downhill.insight.description;

import downhill.insight.description.Description.Table;
import downhill.insight.explanation.Names;
import downhill.net.Parameter;
import downhill.train.spec.BatchSpec.Reduce;
import downhill.train.step.Probe;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Describes the tug of war about one weight or bias: the direction in which each example of the batch pulls it, and the sum of all pulls. */
public final class PullDescription {
    private static final int MOST_ROWS = 12;
    private static final int MOST_INPUTS = 4;

    private final Run run;
    private final Parameter at;
    private final Probe.Shares shares;

    PullDescription(Run run, Parameter at) {
        this.run = run;
        this.at = at;
        this.shares = run.probe().shares(at);
    }

    Description description() {
        String weight = new Names(run).parameter(at);
        double[] gradients = shares.gradients();
        List<String> sentences = new ArrayList<>();
        if (gradients.length == 1) {
            sentences.add("The batch has one example, which wants " + weight + " " + wantedChange(shares.reduced())
                    + ": its gradient, " + SpokenNumbers.of(shares.reduced()) + ", is the step’s.");
        } else {
            long larger = Arrays.stream(gradients).filter(g -> g < 0).count();
            long smaller = Arrays.stream(gradients).filter(g -> g > 0).count();
            sentences.add(larger + " of the batch’s " + gradients.length + " examples want " + weight + " larger, "
                    + smaller + " smaller.");
            sentences.add("The " + reduce() + " of their gradients is " + SpokenNumbers.of(shares.reduced())
                    + ", so together they want it " + wantedChange(shares.reduced()) + ".");
        }
        return new Description("pulls", sentences, List.of(table()));
    }

    private String reduce() {
        return run.batchSpec().reduce() == Reduce.MEAN ? "mean" : "sum";
    }

    private static String wantedChange(double gradient) {
        return gradient == 0 ? "as it is" : gradient > 0 ? "smaller" : "larger";
    }

    /** The strongest pulls, in the order of the examples, and then all together. */
    private Table table() {
        double[] gradients = shares.gradients();
        List<List<String>> rows = new ArrayList<>();
        IntStream.range(0, gradients.length)
                .boxed()
                .sorted(Comparator.comparingDouble(e -> -Math.abs(gradients[e])))
                .limit(MOST_ROWS)
                .sorted(Comparator.comparingInt(e -> shares.examples()[e]))
                .map(e -> List.of(
                        "example " + (shares.examples()[e] + 1),
                        inputs(shares.examples()[e]),
                        SpokenNumbers.of(gradients[e]),
                        SpokenNumbers.signed(-gradients[e])))
                .forEach(rows::add);
        rows.add(List.of(
                "their " + reduce(), "", SpokenNumbers.of(shares.reduced()), SpokenNumbers.signed(-shares.reduced())));
        return new Table(
                gradients.length > MOST_ROWS ? "The " + MOST_ROWS + " strongest pulls" : "Who pulls how",
                List.of("example", "inputs", "gradient", "pull"),
                rows);
    }

    private String inputs(int example) {
        int width = run.data().inputWidth();
        return Arrays.stream(run.data().inputs(), example * width, example * width + Math.min(width, MOST_INPUTS))
                        .mapToObj(SpokenNumbers::of)
                        .collect(Collectors.joining(", "))
                + (width > MOST_INPUTS ? ", …" : "");
    }
}
