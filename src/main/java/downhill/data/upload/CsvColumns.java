package downhill.data.upload;

import static downhill.data.upload.UploadRefusedException.malformed;
import static downhill.data.upload.UploadRefusedException.tooLarge;

import downhill.data.Table;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The columns of a CSV table as they fill, row by row. */
final class CsvColumns {
    private static final int MOST_CLASSES = 50;
    private static final double LARGEST_CLASS = 1e9;
    private static final int LONGEST_SHOWN = 30;

    private final int columns;
    private final boolean[] isTarget;
    private final int targetCount;
    private final int most;
    private double[] inputs = new double[1_024];
    private double[] targets = new double[1_024];
    private int rows;
    private boolean named;
    /** The class names, each with its number in the order of first appearance. */
    private final TreeMap<String, Integer> classes = new TreeMap<>();

    /**
     * @param targets which columns are targets
     * @param most how many numbers there may be
     */
    CsvColumns(int columns, List<Integer> targets, int most) {
        this.columns = columns;
        this.most = most;
        isTarget = new boolean[columns];
        targets.forEach(column -> isTarget[column] = true);
        targetCount = targets.size();
    }

    void add(CsvRows.Row row) {
        if (row.cells().size() != columns) {
            throw malformed(
                    "row " + row.line(),
                    row.cells().size() + " columns where the first row has " + columns,
                    "every row needs the same number of them");
        }
        if ((long) (rows + 1) * columns > most) {
            throw tooLarge("row " + row.line(), "more than " + most + " numbers", "at most " + most + " are allowed");
        }
        inputs = grown(inputs, (rows + 1) * (columns - targetCount));
        targets = grown(targets, (rows + 1) * targetCount);
        int input = rows * (columns - targetCount);
        int target = rows * targetCount;
        for (int c = 0; c < columns; c++) {
            if (isTarget[c]) {
                targets[target++] = target(row, c);
            } else {
                inputs[input++] = number(row, c);
            }
        }
        rows++;
    }

    private static double[] grown(double[] values, int needed) {
        return needed <= values.length ? values : Arrays.copyOf(values, Math.max(needed, 2 * values.length));
    }

    private static double number(CsvRows.Row row, int column) {
        String cell = row.cells().get(column);
        return CsvNumber.parse(cell)
                .orElseThrow(() -> malformed(
                        row.place(column),
                        cell.isEmpty() ? "nothing" : "\"" + shortened(cell) + "\" is not a number",
                        "a finite number is expected, with a point, for example 0.5"));
    }

    private static String shortened(String cell) {
        return cell.length() <= LONGEST_SHOWN ? cell : cell.substring(0, LONGEST_SHOWN) + "…";
    }

    /** A target's number; the first one decides whether a single column of targets holds names. */
    private double target(CsvRows.Row row, int column) {
        String cell = row.cells().get(column);
        if (rows == 0 && targetCount == 1) {
            named = !cell.isEmpty() && CsvNumber.parse(cell).isEmpty();
        }
        if (!named || cell.isEmpty()) {
            return number(row, column);
        }
        if (!classes.containsKey(cell) && classes.size() == MOST_CLASSES) {
            throw malformed(
                    row.place(column),
                    "\"" + shortened(cell) + "\" is one class too many",
                    "at most " + MOST_CLASSES + " different ones are read");
        }
        return classes.computeIfAbsent(cell, c -> classes.size());
    }

    /** The table of all rows, whose columns have these names. */
    Table table(List<String> names) {
        if (rows == 0) {
            throw malformed("the file", "a header and no rows", "write one example on each line");
        }
        double[] goals = Arrays.copyOf(targets, rows * targetCount);
        List<String> inputNames = names(names, false);
        var cells = new Table.Cells.Numbers(Arrays.copyOf(inputs, rows * (columns - targetCount)));
        if (named) {
            return namedClasses(cells, goals, inputNames);
        }
        double[] values = DoubleStream.of(goals).distinct().sorted().toArray();
        return areClasses(values)
                ? numberedClasses(cells, goals, values, inputNames)
                : new Table(
                        columns - targetCount, cells, new Table.Goal.Numbers(goals), inputNames, names(names, true));
    }

    private boolean areClasses(double[] values) {
        return targetCount == 1
                && values.length >= 2
                && values.length <= MOST_CLASSES
                && DoubleStream.of(values).allMatch(v -> v == StrictMath.rint(v) && Math.abs(v) <= LARGEST_CLASS);
    }

    private Table numberedClasses(Table.Cells cells, double[] goals, double[] values, List<String> inputNames) {
        int[] classOf = DoubleStream.of(goals)
                .mapToInt(v -> Arrays.binarySearch(values, v))
                .toArray();
        List<String> classNames =
                DoubleStream.of(values).mapToObj(v -> Long.toString((long) v)).toList();
        return new Table(columns - 1, cells, new Table.Goal.Classes(classOf), inputNames, classNames);
    }

    private Table namedClasses(Table.Cells cells, double[] goals, List<String> inputNames) {
        List<String> sorted = List.copyOf(new TreeSet<>(classes.keySet()));
        if (sorted.size() < 2) {
            throw malformed(
                    "the target column",
                    "a single class, \"" + shortened(sorted.getFirst()) + "\"",
                    "at least two are needed");
        }
        int[] place = new int[sorted.size()];
        IntStream.range(0, place.length).forEach(i -> place[classes.getOrDefault(sorted.get(i), 0)] = i);
        int[] classOf = DoubleStream.of(goals).mapToInt(v -> place[(int) v]).toArray();
        return new Table(columns - 1, cells, new Table.Goal.Classes(classOf), inputNames, sorted);
    }

    private List<String> names(List<String> names, boolean ofTargets) {
        return IntStream.range(0, columns)
                .filter(c -> isTarget[c] == ofTargets)
                .mapToObj(names::get)
                .toList();
    }
}
