package downhill.data.upload;

import java.util.OptionalDouble;

/** A number as tables write it: digits, perhaps a point, perhaps an exponent; finite. */
final class CsvNumber {
    private static final int LONGEST = 40;

    private CsvNumber() {}

    /** The number that a cell holds, if it holds one. */
    static OptionalDouble parse(String cell) {
        if (cell.isEmpty() || cell.length() > LONGEST) {
            return OptionalDouble.empty();
        }
        // Java's own reader takes more than tables should hold: NaN, hexadecimal digits, a trailing f.
        for (int i = 0; i < cell.length(); i++) {
            if ("0123456789+-.eE".indexOf(cell.charAt(i)) < 0) {
                return OptionalDouble.empty();
            }
        }
        try {
            double value = Double.parseDouble(cell);
            // Adding 0 makes of -0 a 0, so that both are one class.
            return Double.isFinite(value) ? OptionalDouble.of(value + 0.0) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
