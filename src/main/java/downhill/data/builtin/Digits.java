package downhill.data.builtin;

import downhill.data.DataSetInfo;
import downhill.data.handwriting.Framing;
import downhill.data.handwriting.Handwriting;
import downhill.math.Rng;
import java.util.List;
import java.util.stream.IntStream;

/** Handwritten-looking digits, 0 to 9 in turn: pictures of 28 by 28, row by row, ink 1 and paper 0; ten one-hot targets. */
public record Digits(DataSetInfo info, Handwriting writer) implements BuiltInSet {
    private static final int CLASSES = 10;

    public Digits() {
        this(
                new DataSetInfo(
                        "digits",
                        "Handwritten digits",
                        "Pictures of 28 by 28 pixels, each digit in another hand, written by a program as people write.",
                        DataSetInfo.Kind.ONE_OF_MANY,
                        0,
                        new DataSetInfo.Domain(0, 1),
                        false,
                        new DataSetInfo.Count(1_000, 10, 10_000),
                        DataSetInfo.Amount.NONE,
                        new DataSetInfo.Amount(0.2, 0, 0.9),
                        IntStream.range(0, Framing.PIXELS)
                                .mapToObj(i -> "row " + (i / Framing.SIDE + 1) + ", column " + (i % Framing.SIDE + 1))
                                .toList(),
                        List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")),
                new Handwriting());
    }

    @Override
    public Examples draw(int count, double noise, Rng rng) {
        Examples examples = Examples.room(count, Framing.PIXELS, CLASSES);
        for (int e = 0; e < count; e++) {
            int digit = e % CLASSES;
            writer.write(digit, rng, examples.inputs(), e * Framing.PIXELS);
            examples.targets()[e * CLASSES + digit] = 1;
        }
        return examples;
    }
}
