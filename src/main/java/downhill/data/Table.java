package downhill.data;

import java.util.List;

/**
 * All examples of a user's file: rows of numbers and what is to be learned of each.
 *
 * @param inputs [rows][inputWidth]
 * @param inputNames one for each input
 * @param outputNames one for each class, or for each column of numbers
 */
public record Table(int inputWidth, Cells inputs, Goal goal, List<String> inputNames, List<String> outputNames) {
    /** Numbers one after the other, kept as small as they came. */
    @SuppressWarnings("ArrayRecordComponent")
    public sealed interface Cells {
        /** Numbers as they are. */
        record Numbers(double[] values) implements Cells {}

        /** Bytes without sign; 255 means 1. */
        record Shades(byte[] values) implements Cells {}

        /** The number of cells. */
        default int count() {
            return switch (this) {
                case Numbers n -> n.values().length;
                case Shades s -> s.values().length;
            };
        }

        /** One cell as a number. */
        default double at(int i) {
            return switch (this) {
                case Numbers n -> n.values()[i];
                case Shades s -> (s.values()[i] & 0xFF) / 255.0;
            };
        }
    }

    /** The targets of a table's rows: classes or numbers. */
    @SuppressWarnings("ArrayRecordComponent")
    public sealed interface Goal {
        /** Its class, an index into the names of the outputs. */
        record Classes(int[] of) implements Goal {}

        /** Its numbers, [rows][outputs]. */
        record Numbers(double[] values) implements Goal {}
    }

    /** The number of examples. */
    public int size() {
        return inputs.count() / inputWidth;
    }

    /** The output widths that fit, the usual one first. */
    public List<Integer> outputWidths() {
        int outputs = outputNames.size();
        return goal instanceof Goal.Classes && outputs == 2 ? List.of(1, 2) : List.of(outputs);
    }
}
