package downhill.data.upload;

import static downhill.data.upload.UploadRefusedException.malformed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The first row's word on a table.
 *
 * @param isHeader the row names the columns and is no example: no cell of it is a number, or looks like one
 * @param names one for each column
 * @param targets the columns that the header calls targets, or else the last one, counted from 1
 */
record CsvHead(boolean isHeader, List<String> names, List<Integer> targets) {
    static CsvHead of(CsvRows.Row first) {
        int columns = first.cells().size();
        if (columns < 2) {
            throw malformed(
                    "row " + first.line(),
                    "a single column",
                    "at least one input and one target are needed, with a comma, a semicolon or a tab between");
        }
        boolean isHeader = first.cells().stream().noneMatch(CsvNumbers::isMeant);
        List<Integer> named = isHeader ? named(first.cells()) : List.of();
        if (named.size() == columns) {
            throw malformed("row 1", "every column is a target", "at least one column must be an input");
        }
        List<Integer> targets = named.isEmpty() ? List.of(columns) : named;
        return new CsvHead(isHeader, isHeader ? first.cells() : numbered(columns), targets);
    }

    int columns() {
        return names.size();
    }

    /** The names of inputs, by their places counted from 0. */
    List<String> inputNames(int[] places) {
        return IntStream.of(places)
                .mapToObj(c -> isHeader ? names.get(c) : "input " + (c + 1))
                .toList();
    }

    /** The names of targets, by their places counted from 0. */
    List<String> targetNames(int[] places) {
        return IntStream.of(places)
                .mapToObj(c -> isHeader ? names.get(c) : places.length == 1 ? "target" : "target " + (c + 1))
                .toList();
    }

    /** Refuses a row of another length. */
    void check(CsvRows.Row row) {
        int cells = row.cells().size();
        if (cells != columns()) {
            throw malformed(
                    "row " + row.line(),
                    cells + (cells == 1 ? " column" : " columns") + " where the first row has " + columns(),
                    "every row needs the same number of them");
        }
    }

    private static List<Integer> named(List<String> header) {
        List<Integer> named = new ArrayList<>();
        for (int c = 0; c < header.size(); c++) {
            String name = header.get(c).toLowerCase(Locale.ROOT);
            if (name.startsWith("target") || name.equals("class") || name.equals("label")) {
                named.add(c + 1);
            }
        }
        return named;
    }

    private static List<String> numbered(int columns) {
        return IntStream.rangeClosed(1, columns).mapToObj(c -> "column " + c).toList();
    }
}
