package downhill.data.upload;

import static downhill.data.upload.UploadRefusedException.malformed;

import downhill.data.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The reader of CSV tables: one example a line, cells parted by commas, semicolons or tabs (whichever the first row has most
 * of), in quotes or not.
 *
 * <p>A first row without any number is a header. The last column is the target, unless the header names others: every column
 * called {@code target}, {@code class} or {@code label}, or whose name starts with {@code target}. All other columns are inputs
 * and hold numbers. A single target column of names is classes, and so is one of whole numbers, at most 50 different ones: one
 * output for each class in order, but for two classes one output, 0 for the first and 1 for the second. Other targets are
 * numbers.
 */
final class CsvReader {
    private final UploadLimits limits;

    CsvReader(UploadLimits limits) {
        this.limits = limits;
    }

    Table read(byte[] content) {
        checkText(content);
        CsvRows rows = new CsvRows(content, limits.columns());
        CsvRows.Row first =
                rows.next().orElseThrow(() -> malformed("the file", "no rows", "write one example on each line"));
        boolean header =
                first.cells().stream().noneMatch(cell -> CsvNumber.parse(cell).isPresent());
        int columns = first.cells().size();
        if (columns < 2) {
            throw malformed(
                    "row " + first.line(),
                    "a single column",
                    "at least one input and one target are needed, with a comma between");
        }
        List<Integer> targets = targetColumns(header ? first.cells() : List.of(), columns);
        CsvColumns table = new CsvColumns(columns, targets, limits.numbers());
        if (!header) {
            table.add(first);
        }
        for (var row = rows.next(); row.isPresent(); row = rows.next()) {
            table.add(row.get());
        }
        return table.table(header ? first.cells() : names(columns, targets));
    }

    private static void checkText(byte[] content) {
        for (int i = 0; i < content.length; i++) {
            if (content[i] >= 0 && content[i] < ' ' && content[i] != '\n' && content[i] != '\r' && content[i] != '\t') {
                throw new UploadRefusedException(
                        UploadRefusedException.Reason.UNKNOWN_FORMAT,
                        "byte " + i,
                        "the byte " + String.format("%02x", content[i]) + ", which no text has",
                        "CSV text, or IDX (which starts with 00 00 08), plain or in gzip, are read");
            }
        }
    }

    private static List<Integer> targetColumns(List<String> header, int columns) {
        List<Integer> named = new ArrayList<>();
        for (int c = 0; c < header.size(); c++) {
            String name = header.get(c).toLowerCase(Locale.ROOT);
            if (name.startsWith("target") || name.equals("class") || name.equals("label")) {
                named.add(c);
            }
        }
        if (named.size() == columns) {
            throw malformed("row 1", "every column is a target", "at least one column must be an input");
        }
        return named.isEmpty() ? List.of(columns - 1) : named;
    }

    private static List<String> names(int columns, List<Integer> targets) {
        return IntStream.range(0, columns)
                .mapToObj(c -> targets.contains(c) ? "target" : "input " + (c + 1))
                .toList();
    }
}
