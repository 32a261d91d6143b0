package downhill.insight.description;

import downhill.data.DataSetInfo;
import downhill.data.DataSets;
import downhill.data.DataSpec;
import downhill.data.Features;
import downhill.insight.Predictions;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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
        double[] answers = answers();
        double least = Arrays.stream(answers).min().orElse(0);
        double most = Arrays.stream(answers).max().orElse(0);
        String where = "Over the square of the inputs from " + SpokenNumbers.of(low) + " to " + SpokenNumbers.of(high)
                + ", the answer ";
        String sentence = least == most
                ? where + "is " + SpokenNumbers.of(least) + " everywhere."
                : where + "goes from " + SpokenNumbers.of(least) + " " + corner(answers, least) + " to "
                        + SpokenNumbers.of(most) + " " + corner(answers, most) + ".";
        return new Description("answer", List.of(sentence), List.of(table(answers)));
    }

    /** The outputs row by row from the top, as the map shows them. */
    private double[] answers() {
        List<List<Double>> points = new ArrayList<>();
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                points.add(List.of(at(column), at(SIDE - 1 - row)));
            }
        }
        return Arrays.stream(Predictions.of(run, points, () -> {}).outputs())
                .mapToDouble(output -> output[0])
                .toArray();
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

    private Description.Table table(double[] answers) {
        List<String> names = run.data().inputNames();
        List<String> heads = new ArrayList<>(List.of(names.get(1) + " \\ " + names.get(0)));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < SIDE; i++) {
            heads.add(SpokenNumbers.of(at(i)));
            List<String> row = new ArrayList<>(List.of(SpokenNumbers.of(at(SIDE - 1 - i))));
            Arrays.stream(answers, i * SIDE, (i + 1) * SIDE)
                    .mapToObj(SpokenNumbers::of)
                    .forEach(row::add);
            rows.add(row);
        }
        return new Description.Table("The answer over the plane", heads, rows);
    }
}
