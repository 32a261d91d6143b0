package downhill.data.upload;

import static downhill.data.upload.UploadRefusedException.malformed;

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

    private final CsvHead head;
    private final CsvChoice choice;
    /** The columns of the inputs and of the targets, from 0, in the table's order. */
    private final int[] inputColumns;

    private final int[] targetColumns;
    private final CsvNumbers numbers;
    private final int most;
    private double[] inputs = new double[1_024];
    private double[] targets = new double[1_024];
    private int rows;
    private boolean named;
    /** The class names, each with its number in the order of first appearance. */
    private final TreeMap<String, Integer> classes = new TreeMap<>();

    /**
     * Starts without rows.
     *
     * @param choice with both lists filled
     * @param most how many numbers there may be
     */
    CsvColumns(CsvHead head, CsvChoice choice, char separator, int most) {
        this.head = head;
        this.choice = choice;
        this.most = most;
        inputColumns = places(choice.inputs());
        targetColumns = places(choice.targets());
        numbers = new CsvNumbers(separator);
    }

    private static int[] places(List<Integer> columns) {
        return columns.stream()
                .mapToInt(column -> column - 1)
                .distinct()
                .sorted()
                .toArray();
    }

    void add(CsvRows.Row row) {
        head.check(row);
        if ((long) (rows + 1) * (inputColumns.length + targetColumns.length) > most) {
            throw CsvReader.tooManyNumbers(row, most);
        }
        inputs = grown(inputs, (rows + 1) * inputColumns.length);
        targets = grown(targets, (rows + 1) * targetColumns.length);
        int input = rows * inputColumns.length;
        int target = rows * targetColumns.length;
        // The order is the row's own, so that the leftmost mistake of a row is the one that is named.
        for (int c = 0; c < head.columns(); c++) {
            if (Arrays.binarySearch(inputColumns, c) >= 0) {
                inputs[input++] = number(row, c);
            } else if (Arrays.binarySearch(targetColumns, c) >= 0) {
                targets[target++] = target(row, c);
            }
        }
        rows++;
    }

    private static double[] grown(double[] values, int needed) {
        return needed <= values.length ? values : Arrays.copyOf(values, Math.max(needed, 2 * values.length));
    }

    private double number(CsvRows.Row row, int column) {
        String cell = row.cells().get(column);
        return numbers.parse(cell)
                .orElseThrow(
                        () -> malformed(row.place(column), numbers.fault(cell, shortened(cell)), numbers.cure(cell)));
    }

    private static String shortened(String cell) {
        return cell.length() <= LONGEST_SHOWN ? cell : cell.substring(0, LONGEST_SHOWN) + "…";
    }

    /** A target's number; the first one decides whether a single column of targets holds names. */
    private double target(CsvRows.Row row, int column) {
        String cell = row.cells().get(column);
        if (rows == 0 && targetColumns.length == 1) {
            named = !cell.isEmpty() && !CsvNumbers.isMeant(cell);
        }
        if (!named || cell.isEmpty()) {
            return number(row, column);
        }
        if (CsvNumbers.isMeant(cell)) {
            throw malformed(
                    row.place(column),
                    "\"" + shortened(cell) + "\" is a number among names",
                    "a target column holds either names of classes or numbers; the first row decides");
        }
        if (!classes.containsKey(cell) && classes.size() == MOST_CLASSES) {
            throw malformed(
                    row.place(column),
                    "\"" + shortened(cell) + "\" is one class too many",
                    "at most " + MOST_CLASSES + " different ones are read");
        }
        return classes.computeIfAbsent(cell, c -> classes.size());
    }

    /** The table of all rows. */
    Table table() {
        if (rows == 0) {
            throw CsvReader.noRows();
        }
        int width = inputColumns.length;
        double[] goals = Arrays.copyOf(targets, rows * targetColumns.length);
        double[] values = Arrays.copyOf(inputs, rows * width);
        var cells = new Table.Cells.Numbers(choice.scale() ? Spread.scaled(values, width) : values);
        if (named) {
            return namedClasses(cells, goals);
        }
        double[] different = DoubleStream.of(goals).distinct().sorted().toArray();
        if (areClasses(different)) {
            return numberedClasses(cells, goals, different);
        }
        double[] scaled = choice.scale() ? Spread.scaled(goals, targetColumns.length) : goals;
        return new Table(
                width,
                cells,
                new Table.Goal.Numbers(scaled),
                head.inputNames(inputColumns),
                head.targetNames(targetColumns));
    }

    private boolean areClasses(double[] values) {
        return targetColumns.length == 1
                && values.length >= 2
                && values.length <= MOST_CLASSES
                && DoubleStream.of(values).allMatch(v -> v == StrictMath.rint(v) && Math.abs(v) <= LARGEST_CLASS);
    }

    private Table numberedClasses(Table.Cells cells, double[] goals, double[] values) {
        int[] classOf = DoubleStream.of(goals)
                .mapToInt(v -> Arrays.binarySearch(values, v))
                .toArray();
        List<String> classNames =
                DoubleStream.of(values).mapToObj(v -> Long.toString((long) v)).toList();
        return new Table(
                inputColumns.length, cells, new Table.Goal.Classes(classOf), head.inputNames(inputColumns), classNames);
    }

    private Table namedClasses(Table.Cells cells, double[] goals) {
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
        return new Table(
                inputColumns.length, cells, new Table.Goal.Classes(classOf), head.inputNames(inputColumns), sorted);
    }
}
