package downhill.insight.description;

import downhill.data.DataSetInfo;
import downhill.data.DataSets;
import downhill.data.DataSpec;
import downhill.data.Dataset;
import downhill.data.Features;
import downhill.insight.Predictions;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Describes the output map of a network of two inputs as a coarse table. */
public final class AnswerDescription {
    private static final int SIDE = 5;

    /** Around examples whose set names no part of the plane, as the page's maps have it. */
    private static final double MARGIN = 0.14;

    private static final double LEAST_MARGIN = 0.05;

    private final Run run;
    private final double low;
    private final double high;

    AnswerDescription(Run run) {
        this.run = run;
        Optional<DataSetInfo.Domain> domain = DataSets.domain(run.spec().data());
        double least = Arrays.stream(run.data().inputs()).min().orElse(-1);
        double most = Arrays.stream(run.data().inputs()).max().orElse(1);
        double margin = Math.max(MARGIN * (most - least), LEAST_MARGIN);
        low = domain.map(DataSetInfo.Domain::low).orElse(least - margin);
        high = domain.map(DataSetInfo.Domain::high).orElse(most + margin);
    }

    /** Tests whether the inputs of a run are the two coordinates of a plane, and nothing else. */
    static boolean fits(Run run) {
        boolean isPlane = !(run.spec().data() instanceof DataSpec.BuiltIn set)
                || set.features().isEmpty()
                || set.features().equals(Features.STANDARD);
        return isPlane && run.data().inputWidth() == 2;
    }

    Description description() {
        String where = "Over the square of the inputs from " + SpokenNumbers.of(low) + " to " + SpokenNumbers.of(high);
        return run.data().task() instanceof Dataset.Task.OneHot && run.data().targetWidth() > 2
                ? ofClasses(where)
                : ofNumbers(where);
    }

    /** The class of the largest output at each point of the table, and how often each one leads. */
    private Description ofClasses(String where) {
        List<String> names = run.data().classNames();
        List<String> leading = Arrays.stream(outputs())
                .map(output -> names.get(largest(output)))
                .toList();
        String counts = names.stream()
                .map(name ->
                        name + " at " + leading.stream().filter(name::equals).count())
                .collect(Collectors.joining(", "));
        return new Description(
                "answer",
                List.of(where + ", the network predicts these classes at " + SIDE * SIDE + " points: " + counts + "."),
                List.of(table("The predicted class over the plane", leading)));
    }

    private static int largest(double[] output) {
        int best = 0;
        for (int j = 1; j < output.length; j++) {
            best = output[j] > output[best] ? j : best;
        }
        return best;
    }

    private Description ofNumbers(String where) {
        double[] answers =
                Arrays.stream(outputs()).mapToDouble(output -> output[0]).toArray();
        double least = Arrays.stream(answers).min().orElse(0);
        double most = Arrays.stream(answers).max().orElse(0);
        String sentence = least == most
                ? where + ", the answer is " + SpokenNumbers.of(least) + " everywhere."
                : where + ", the answer goes from " + SpokenNumbers.of(least) + " " + corner(answers, least) + " to "
                        + SpokenNumbers.of(most) + " " + corner(answers, most) + ".";
        return new Description(
                "answer",
                List.of(sentence),
                List.of(table(
                        "The answer over the plane",
                        Arrays.stream(answers).mapToObj(SpokenNumbers::of).toList())));
    }

    /** The outputs row by row from the top, as the map shows them. */
    private double[][] outputs() {
        List<List<Double>> points = new ArrayList<>();
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                points.add(List.of(at(column), at(SIDE - 1 - row)));
            }
        }
        return Predictions.of(run, points, () -> {}).outputs();
    }

    private double at(int index) {
        return low + (high - low) * index / (SIDE - 1);
    }

    private String corner(double[] answers, double value) {
        int i = 0;
        while (answers[i] != value) {
            i++;
        }
        List<String> names = run.data().inputNames();
        return "at " + names.get(0) + " " + SpokenNumbers.of(at(i % SIDE)) + ", " + names.get(1) + " "
                + SpokenNumbers.of(at(SIDE - 1 - i / SIDE));
    }

    private Description.Table table(String caption, List<String> cells) {
        List<String> names = run.data().inputNames();
        List<String> heads = new ArrayList<>(List.of(names.get(1) + " \\ " + names.get(0)));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < SIDE; i++) {
            heads.add(SpokenNumbers.of(at(i)));
            List<String> row = new ArrayList<>(List.of(SpokenNumbers.of(at(SIDE - 1 - i))));
            row.addAll(cells.subList(i * SIDE, (i + 1) * SIDE));
            rows.add(row);
        }
        return new Description.Table(caption, heads, rows);
    }
}
