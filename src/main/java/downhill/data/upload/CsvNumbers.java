package downhill.data.upload;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * The numbers of one table: digits, perhaps a decimal mark, perhaps an exponent; finite. Where commas do not part the columns, the mark is a point or a
 * comma, and the first number that has one decides for all.
 */
final class CsvNumbers {
    private static final int LONGEST = 40;
    private static final Pattern PLAIN = Pattern.compile("[-+\u2212]?[0-9]*[.,]?[0-9]*([eE][-+\u2212]?[0-9]+)?");
    /** Digits with the marks that people put between and behind them: thousands, blanks, percent. */
    private static final Pattern LIKE_A_NUMBER =
            Pattern.compile("[-+\u2212]?[.,]?[0-9][0-9.,'\u2019\\s\u00A0\u202F]*([eE][-+\u2212]?[0-9]+)?\\s*%?");

    private final char separator;
    /** The decimal mark of the numbers so far; 0 before there is one. */
    private char mark;

    CsvNumbers(char separator) {
        this.separator = separator;
    }

    /** The number that a cell holds, if it holds one. */
    OptionalDouble parse(String cell) {
        // Java's own reader takes more than tables should hold: NaN, hexadecimal digits, a trailing f.
        if (cell.length() > LONGEST || !PLAIN.matcher(cell).matches()) {
            return OptionalDouble.empty();
        }
        char found = markIn(cell);
        if (found != 0 && found != mark && (mark != 0 || found == separator)) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(cell.replace(',', '.').replace('\u2212', '-'));
            if (!Double.isFinite(value)) {
                return OptionalDouble.empty();
            }
            mark = found == 0 ? mark : found;
            // Adding 0 makes of -0 a 0, so that both are one class.
            return OptionalDouble.of(value + 0.0);
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private static char markIn(String cell) {
        if (cell.indexOf('.') >= 0) {
            return '.';
        }
        return cell.indexOf(',') >= 0 ? ',' : 0;
    }

    /** Tests whether a cell is meant as a number: one that is read, or one in a form that is not. */
    static boolean isMeant(String cell) {
        return LIKE_A_NUMBER.matcher(cell).matches();
    }

    /** The fault of a cell that holds no number; {@code shown} is the cell as the message shows it. */
    String fault(String cell, String shown) {
        if (cell.isEmpty()) {
            return "nothing";
        }
        char found = markIn(cell);
        if (PLAIN.matcher(cell).matches() && mark != 0 && found != 0 && found != mark) {
            return "\"" + shown + "\" has " + word(found) + " where earlier numbers have " + word(mark);
        }
        return "\"" + shown + "\" is not a number";
    }

    private static String word(char mark) {
        return mark == ',' ? "a comma" : "a point";
    }

    /** The cure for such a cell. */
    String cure(String cell) {
        if (!isMeant(cell)) {
            return "a finite number is expected, with a point, for example 0.5"
                    + (separator == ',' ? "" : ", or with a comma, 0,5");
        }
        if (!PLAIN.matcher(cell).matches()) {
            return "write it without blanks, percent signs and marks between thousands, for example 1234.5";
        }
        if (separator == ',' && markIn(cell) == ',') {
            return "write it with a point, for example 0.5, or put semicolons between the columns";
        }
        return mark == 0 ? "its size must be below 1e308" : "write all numbers with " + word(mark);
    }
}
