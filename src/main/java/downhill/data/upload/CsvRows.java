package downhill.data.upload;

import static downhill.data.upload.UploadRefusedException.malformed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of a CSV text, one after the other; empty lines, and rows of empty cells, are passed over but counted. */
final class CsvRows {
    /** The lines by which the separator is found. */
    private static final int SAMPLE = 10;

    private final byte[] content;
    private final int columns;
    private int at;
    private int line;
    private final char separator;

    /**
     * A row.
     *
     * @param line its line in the file, counted from 1
     * @param cells without quotes and outer blanks
     */
    record Row(int line, List<String> cells) {
        String place(int column) {
            return "row " + line + ", column " + (column + 1);
        }
    }

    /**
     * Starts before the first row.
     *
     * @param content text in UTF-8 without a mark at its start
     * @param columns how many a row may have
     */
    CsvRows(byte[] content, int columns) {
        this.content = content;
        this.columns = columns;
        separator = findSeparator();
    }

    private char findSeparator() {
        List<String> sample = new ArrayList<>();
        while (at < content.length && sample.size() < SAMPLE) {
            String text = nextLine();
            var named = line == 1 ? CsvSeparator.named(text) : Optional.<Character>empty();
            if (named.isPresent()) {
                return named.get();
            }
            if (!text.isBlank()) {
                sample.add(text);
            }
        }
        at = 0;
        line = 0;
        return CsvSeparator.of(sample);
    }

    /** The sign between the columns. */
    char separator() {
        return separator;
    }

    /** The next row, if there is one. */
    Optional<Row> next() {
        while (at < content.length) {
            String text = nextLine();
            if (!text.isBlank()) {
                List<String> cells = cells(text);
                if (!cells.stream().allMatch(String::isEmpty)) {
                    return Optional.of(new Row(line, cells));
                }
            }
        }
        return Optional.empty();
    }

    private String nextLine() {
        int start = at;
        while (at < content.length && content[at] != '\n' && content[at] != '\r') {
            at++;
        }
        line++;
        String text = CsvText.line(content, start, at, line);
        if (at < content.length) {
            boolean both = content[at] == '\r' && at + 1 < content.length && content[at + 1] == '\n';
            at += both ? 2 : 1;
        }
        return text;
    }

    private List<String> cells(String text) {
        List<String> cells = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            if (cells.size() == columns) {
                throw UploadRefusedException.tooLarge(
                        "row " + line, "more than " + columns + " columns", "at most " + columns + " are read");
            }
            int end = endOfCell(text, start, cells.size());
            cells.add(unquoted(text.substring(start, end).strip()));
            start = end + 1;
        }
        return cells;
    }

    /** The place of the separator after a cell, or the end of the line; separators within quotes do not count. */
    private int endOfCell(String text, int start, int column) {
        int i = start;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        boolean quoted = i < text.length() && text.charAt(i) == '"';
        if (quoted) {
            i = text.indexOf('"', i + 1);
            while (i >= 0 && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                i = text.indexOf('"', i + 2);
            }
            if (i < 0) {
                throw malformed(
                        "row " + line + ", column " + (column + 1),
                        "a quotation mark that is not closed on its line",
                        "close it, or leave it out");
            }
        }
        int found = text.indexOf(separator, i);
        int end = found < 0 ? text.length() : found;
        if (quoted && !text.substring(i + 1, end).isBlank()) {
            throw malformed(
                    "row " + line + ", column " + (column + 1),
                    "text after the closing quotation mark",
                    "put the whole cell in quotation marks, and write a quotation mark within it twice");
        }
        return end;
    }

    private static String unquoted(String cell) {
        boolean quoted = cell.length() >= 2 && cell.startsWith("\"") && cell.endsWith("\"");
        return quoted
                ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"").strip()
                : cell;
    }
}
