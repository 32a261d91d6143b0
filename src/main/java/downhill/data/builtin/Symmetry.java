package downhill.data.builtin;

import downhill.data.DataSetInfo;
import downhill.math.Rng;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All 64 patterns of six bits, in counting order with the first bit highest; the target is 1 for the eight that read the same
 * from both ends (Rumelhart, Hinton and Williams, Nature 323, 1986).
 */
public record Symmetry(DataSetInfo info) implements BuiltInSet {
    private static final int BITS = 6;
    private static final int PATTERNS = 1 << BITS;

    public Symmetry() {
        this(new DataSetInfo(
                "symmetry",
                "Mirror symmetry",
                "Six bits: do they read the same from both ends? Two hidden neurons find out how to tell (1986).",
                DataSetInfo.Kind.TWO_CLASSES,
                0,
                new DataSetInfo.Domain(0, 1),
                false,
                DataSetInfo.Count.fixed(PATTERNS),
                DataSetInfo.Amount.NONE,
                new DataSetInfo.Amount(0, 0, 0.9),
                IntStream.rangeClosed(1, BITS).mapToObj(i -> "bit " + i).toList(),
                List.of("not symmetric", "symmetric")));
    }

    @Override
    public Examples draw(int count, double noise, Rng rng) {
        Examples examples = Examples.room(PATTERNS, BITS, 1);
        for (int pattern = 0; pattern < PATTERNS; pattern++) {
            for (int i = 0; i < BITS; i++) {
                examples.inputs()[pattern * BITS + i] = bit(pattern, i);
            }
            boolean symmetric = IntStream.range(0, BITS / 2).allMatch(mirrored(pattern));
            examples.targets()[pattern] = symmetric ? 1 : 0;
        }
        return examples;
    }

    private static java.util.function.IntPredicate mirrored(int pattern) {
        return i -> bit(pattern, i) == bit(pattern, BITS - 1 - i);
    }

    private static int bit(int pattern, int i) {
        return (pattern >> (BITS - 1 - i)) & 1;
    }
}
