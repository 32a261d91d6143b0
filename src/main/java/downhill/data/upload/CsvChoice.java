package downhill.data.upload;

import static downhill.data.upload.UploadRefusedException.malformed;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The columns of a table that are wanted, each by its number counted from 1; a list that is empty leaves the choice to the reader.
 *
 * @param scale to bring each input, and targets that are numbers, to mean 0 and spread 1
 */
public record CsvChoice(List<Integer> inputs, List<Integer> targets, boolean scale) {
    /** The reader's own choice: the header's targets or else the last column, and all others as inputs, unscaled. */
    public static final CsvChoice USUAL = new CsvChoice(List.of(), List.of(), false);

    private static final String PLACE = "the choice of columns";

    /** The same choice with both lists filled, and checked against a table. */
    CsvChoice in(CsvHead head) {
        Stream.concat(inputs.stream(), targets.stream())
                .filter(column -> column < 1 || column > head.columns())
                .findFirst()
                .ifPresent(column -> {
                    throw malformed(
                            PLACE,
                            "column " + column + ", and the table has " + head.columns(),
                            "columns are counted from 1");
                });
        List<Integer> goals = targets.isEmpty() ? head.targets() : targets;
        List<Integer> given = inputs.isEmpty() ? othersThan(goals, head.columns()) : inputs;
        if (given.isEmpty()) {
            throw malformed(PLACE, "no inputs", "at least one column must be an input");
        }
        given.stream().filter(goals::contains).findFirst().ifPresent(column -> {
            throw malformed(PLACE, "column " + column + " as an input and as a target", "it can be one of them");
        });
        return new CsvChoice(given, goals, scale);
    }

    private static List<Integer> othersThan(List<Integer> goals, int columns) {
        return IntStream.rangeClosed(1, columns)
                .filter(column -> !goals.contains(column))
                .boxed()
                .toList();
    }
}
