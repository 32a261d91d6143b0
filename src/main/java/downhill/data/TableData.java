package downhill.data;

import downhill.math.Rng;
import java.util.Arrays;
import java.util.List;

/** The examples of a user's table that a run asks for, made into a set. */
final class TableData {
    /** A set holds at most this many numbers, inputs and targets together. */
    private static final int MOST_NUMBERS = 10_000_000;

    private TableData() {}

    static Dataset build(DataSpec.Uploaded spec, Table table, long seed, int outputs) {
        if (!table.outputWidths().contains(outputs)) {
            throw new DataRefusedException(
                    DataRefusedException.OUTPUTS,
                    "the file’s targets need " + Checks.neurons(table.outputWidths()) + " in the last layer, not "
                            + outputs);
        }
        int count = spec.count().orElse(table.size());
        checkCount(count, table, outputs);
        Checks.checkAmount("testShare", spec.testShare(), new DataSetInfo.Amount(0, 0, 0.9));
        Checks.checkSomethingRemains(count, spec.testShare());
        int[] rows = chosen(count, table.size(), Rng.of(seed, Rng.Stream.DATA, DataSets.POINTS));
        boolean[] held = Split.drawn(count, spec.testShare(), Rng.of(seed, Rng.Stream.DATA, DataSets.SPLIT));
        double[] inputs = inputs(table, rows);
        double[] targets = targets(table, rows, outputs);
        int width = table.inputWidth();
        return new Dataset(
                width,
                outputs,
                Split.rows(inputs, width, held, false),
                Split.rows(targets, outputs, held, false),
                Split.rows(inputs, width, held, true),
                Split.rows(targets, outputs, held, true),
                task(table, targets, outputs),
                table.inputNames(),
                table.goal() instanceof Table.Goal.Classes ? table.outputNames() : List.of());
    }

    private static void checkCount(int count, Table table, int outputs) {
        int most = Math.min(table.size(), MOST_NUMBERS / (table.inputWidth() + outputs));
        if (count < 1 || count > most) {
            throw new DataRefusedException(
                    "/data/count",
                    count + " is not from 1 to " + most + ", as many of the file’s " + table.size()
                            + " examples as fit a run");
        }
    }

    /** Rows drawn from all, in the file's order, so that a file sorted by class gives some of each. */
    private static int[] chosen(int count, int size, Rng rng) {
        int[] rows = Arrays.copyOf(rng.permutation(size), count);
        Arrays.sort(rows);
        return rows;
    }

    private static double[] inputs(Table table, int[] rows) {
        int width = table.inputWidth();
        double[] inputs = new double[rows.length * width];
        for (int e = 0; e < rows.length; e++) {
            for (int i = 0; i < width; i++) {
                inputs[e * width + i] = table.inputs().at(rows[e] * width + i);
            }
        }
        return inputs;
    }

    private static double[] targets(Table table, int[] rows, int outputs) {
        double[] targets = new double[rows.length * outputs];
        for (int i = 0; i < targets.length; i++) {
            int row = rows[i / outputs];
            int output = i % outputs;
            targets[i] = switch (table.goal()) {
                case Table.Goal.Classes c when outputs == 1 -> c.of()[row];
                case Table.Goal.Classes c -> c.of()[row] == output ? 1 : 0;
                case Table.Goal.Numbers n -> n.values()[row * outputs + output];
            };
        }
        return targets;
    }

    private static Dataset.Task task(Table table, double[] targets, int outputs) {
        return switch (table.goal()) {
            case Table.Goal.Classes c when outputs == 1 -> new Dataset.Task.TwoTargets(0, 1);
            case Table.Goal.Classes c -> new Dataset.Task.OneHot();
            case Table.Goal.Numbers n -> Tasks.seen(outputs, targets, new double[0]);
        };
    }
}
