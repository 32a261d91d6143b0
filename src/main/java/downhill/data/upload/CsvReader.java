package downhill.data.upload;

import static downhill.data.upload.UploadRefusedException.malformed;
import static downhill.data.upload.UploadRefusedException.tooLarge;

import downhill.data.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The reader of CSV tables: one example a line, cells parted by tabs, semicolons or commas, in quotes or not, in UTF-8 or, with
 * a mark at the start, in UTF-16. Numbers have a decimal point; where commas do not part the columns, they may have a decimal comma.
 *
 * <p>A first row without any number is a header. The last column is the target, unless the header names others: every column
 * called {@code target}, {@code class} or {@code label}, or whose name starts with {@code target}. All other columns are inputs
 * and hold numbers; a {@link CsvChoice} can choose otherwise. A single target column of names is classes, and so is one of whole numbers, at most 50
 * different ones: one output for each class in order, but for two classes one output, 0 for the first and 1 for the second. Other targets are
 * numbers.
 */
final class CsvReader {
    private static final int PREVIEWED = 5;

    private final UploadLimits limits;

    CsvReader(UploadLimits limits) {
        this.limits = limits;
    }

    Table read(byte[] content, CsvChoice choice) {
        CsvRows rows = new CsvRows(CsvText.of(content), limits.columns());
        CsvRows.Row first = first(rows);
        CsvHead head = CsvHead.of(first);
        CsvColumns table = new CsvColumns(head, choice.in(head), rows.separator(), limits.numbers());
        examples(head, first, rows).forEach(table::add);
        return table.table();
    }

    CsvPreview preview(byte[] content) {
        CsvRows rows = new CsvRows(CsvText.of(content), limits.columns());
        CsvRows.Row first = first(rows);
        CsvHead head = CsvHead.of(first);
        List<PreviewedColumn> columns = Stream.generate(() -> new PreviewedColumn(rows.separator()))
                .limit(head.columns())
                .toList();
        List<List<String>> shown = new ArrayList<>();
        int count = 0;
        for (CsvRows.Row row : (Iterable<CsvRows.Row>) examples(head, first, rows)::iterator) {
            head.check(row);
            if (shown.size() < PREVIEWED) {
                shown.add(row.cells());
            }
            IntStream.range(0, head.columns())
                    .forEach(c -> columns.get(c).add(row.cells().get(c)));
            count++;
            if ((long) count * head.columns() > limits.numbers()) {
                throw tooManyNumbers(row, limits.numbers());
            }
        }
        if (count == 0) {
            throw noRows();
        }
        List<CsvPreview.Column> described = IntStream.range(0, head.columns())
                .mapToObj(c -> columns.get(c)
                        .column(head.names().get(c), head.targets().contains(c + 1)))
                .toList();
        return new CsvPreview(rows.separator(), head.isHeader(), count, described, shown);
    }

    private static CsvRows.Row first(CsvRows rows) {
        return rows.next().orElseThrow(() -> malformed("the file", "no rows", "write one example on each line"));
    }

    private static Stream<CsvRows.Row> examples(CsvHead head, CsvRows.Row first, CsvRows rows) {
        Stream<CsvRows.Row> others =
                Stream.generate(rows::next).takeWhile(Optional::isPresent).map(Optional::get);
        return head.isHeader() ? others : Stream.concat(Stream.of(first), others);
    }

    static UploadRefusedException noRows() {
        return malformed("the file", "a header and no rows", "write one example on each line");
    }

    static UploadRefusedException tooManyNumbers(CsvRows.Row row, int most) {
        return tooLarge("row " + row.line(), "more than " + most + " numbers", "at most " + most + " are allowed");
    }

    /** A column of a preview as it fills. */
    private static final class PreviewedColumn {
        private final CsvNumbers numbers;
        private final Spread.Sums sums = new Spread.Sums();
        private boolean isEmpty = true;
        private boolean startsWithNumber;
        private boolean isNumeric = true;

        PreviewedColumn(char separator) {
            numbers = new CsvNumbers(separator);
        }

        void add(String cell) {
            var number = numbers.parse(cell);
            startsWithNumber |= isEmpty && number.isPresent();
            isEmpty = false;
            isNumeric &= number.isPresent();
            number.ifPresent(sums::add);
        }

        CsvPreview.Column column(String name, boolean target) {
            return new CsvPreview.Column(
                    name, startsWithNumber, target, isNumeric ? Optional.of(sums.spread()) : Optional.empty());
        }
    }
}
