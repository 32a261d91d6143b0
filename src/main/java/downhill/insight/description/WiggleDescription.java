package downhill.insight.description;

import downhill.insight.Nudge;
import downhill.insight.description.Description.Table;
import downhill.insight.description.substep.SubstepResult;
import downhill.insight.explanation.Names;
import downhill.net.Parameter;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** One weight or bias changed over a range: what the cost does, as measured, and as the slope where it is predicts it. */
public final class WiggleDescription {
    /** The number of parts of the range. */
    private static final int PARTS = 8;
    /** The distance from 0 within which a change counts as 0. */
    private static final double NOTHING = 1e-9;

    private final Run run;
    private final Parameter at;
    private final int place;
    private final double[] by;
    private final double[] costs;
    private final double gradient;

    private WiggleDescription(Run run, Parameter at, double low, double high) {
        this.run = run;
        this.at = at;
        this.place = at.in(run.network().shape());
        this.by = DoubleStream.concat(
                        DoubleStream.of(0),
                        IntStream.rangeClosed(0, PARTS).mapToDouble(i -> low + (high - low) * i / PARTS))
                .map(h -> Math.abs(h) < NOTHING ? 0 : h)
                .sorted()
                .distinct()
                .toArray();
        this.costs = Nudge.costs(run, at, by);
        this.gradient = run.gradient().values()[place];
    }

    /**
     * Describes a weight or bias of a run's newest step while it changes by low to high, 0 among them.
     *
     * @throws downhill.train.spec.RefusedException if there is none such
     */
    public static Description of(Run run, Parameter at, double low, double high) {
        return new WiggleDescription(run, at, low, high).description();
    }

    private Description description() {
        String name = SubstepResult.sentence(new Names(run).parameter(at));
        List<String> sentences = new ArrayList<>();
        sentences.add(name + " is "
                + SpokenNumbers.of(run.network().parameters().values()[place]) + " at step " + run.step()
                + "; changed by " + SpokenNumbers.signed(by[0]) + " to " + SpokenNumbers.signed(by[by.length - 1])
                + " while everything else stays, " + range());
        sentences.add(farthest());
        return new Description("wiggle", sentences, List.of(table()));
    }

    private String range() {
        List<Integer> finite = IntStream.range(0, by.length)
                .filter(i -> Double.isFinite(costs[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> costs[i]))
                .toList();
        if (finite.isEmpty()) {
            return "it makes a cost that is beyond all numbers.";
        }
        int least = finite.getFirst();
        int most = finite.getLast();
        return "it makes the cost lowest, " + SpokenNumbers.of(costs[least]) + ", with "
                + SpokenNumbers.signed(by[least]) + " and highest, " + SpokenNumbers.of(costs[most]) + ", with "
                + SpokenNumbers.signed(by[most]) + ".";
    }

    /** The slope's prediction where it is worst. */
    private String farthest() {
        double here = costs[Arrays.binarySearch(by, 0)];
        int far = Math.abs(by[0]) > by[by.length - 1] ? 0 : by.length - 1;
        double measured = costs[far] - here;
        return "With " + SpokenNumbers.signed(by[far]) + " the slope predicts a change of the cost by "
                + SpokenNumbers.signed(gradient * by[far]) + "; measured is " + SpokenNumbers.signed(measured) + ".";
    }

    private Table table() {
        double here = costs[Arrays.binarySearch(by, 0)];
        List<List<String>> rows = IntStream.range(0, by.length)
                .mapToObj(i -> List.of(
                        by[i] == 0 ? "as it is" : SpokenNumbers.signed(by[i]),
                        SpokenNumbers.of(costs[i]),
                        SpokenNumbers.of(here + gradient * by[i])))
                .toList();
        return new Table("The cost, measured and predicted", List.of("change", "cost", "by the slope"), rows);
    }
}
