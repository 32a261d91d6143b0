package downhill.data.upload;

import static downhill.data.upload.UploadRefusedException.malformed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of a CSV text, one after the other; empty lines are passed over but counted. */
final class CsvRows {
    private final byte[] content;
    private final int columns;
    private int at;
    private int line;
    private char separator;

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

    /** @param columns how many a row may have */
    CsvRows(byte[] content, int columns) {
        this.content = content;
        this.columns = columns;
        at = startsWithByteOrderMark(content) ? 3 : 0;
    }

    private static boolean startsWithByteOrderMark(byte[] content) {
        return content.length >= 3
                && (content[0] & 0xFF) == 0xEF
                && (content[1] & 0xFF) == 0xBB
                && (content[2] & 0xFF) == 0xBF;
    }

    /** The next row, if there is one. */
    Optional<Row> next() {
        while (at < content.length) {
            String text = nextLine();
            if (!text.isBlank()) {
                if (separator == 0) {
                    separator = commonest(text);
                }
                return Optional.of(new Row(line, cells(text)));
            }
        }
        return Optional.empty();
    }

    private String nextLine() {
        int start = at;
        while (at < content.length && content[at] != '\n' && content[at] != '\r') {
            at++;
        }
        String text = new String(content, start, at - start, StandardCharsets.UTF_8);
        if (at < content.length) {
            boolean both = content[at] == '\r' && at + 1 < content.length && content[at + 1] == '\n';
            at += both ? 2 : 1;
        }
        line++;
        return text;
    }

    /** Comma, semicolon or tab, whichever the first row has most of. */
    private static char commonest(String text) {
        char best = ',';
        for (char candidate : List.of(';', '\t')) {
            if (count(text, candidate) > count(text, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
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
        int end = text.indexOf(separator, i);
        return end < 0 ? text.length() : end;
    }

    private static String unquoted(String cell) {
        boolean quoted = cell.length() >= 2 && cell.startsWith("\"") && cell.endsWith("\"");
        return quoted
                ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"").strip()
                : cell;
    }
}
