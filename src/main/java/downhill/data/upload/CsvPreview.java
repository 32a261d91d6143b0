package downhill.data.upload;

import java.util.List;
import java.util.Optional;

/**
 * A table as one looks at it before choosing its columns.
 *
 * @param header the first row names the columns
 * @param rows examples in all
 * @param first the first few examples, cell by cell as the file has them
 */
public record CsvPreview(char separator, boolean header, int rows, List<Column> columns, List<List<String>> first) {
    /**
     * A column.
     *
     * @param numeric its first cell is a number
     * @param target the reader's own choice of the target
     * @param spread mean and spread, if all its cells are numbers
     */
    public record Column(String name, boolean numeric, boolean target, Optional<Spread> spread) {}
}
