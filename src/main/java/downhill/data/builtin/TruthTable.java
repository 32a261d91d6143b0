package downhill.data.builtin;

import downhill.data.DataSetInfo;
import downhill.data.Features;
import downhill.math.Rng;
import java.util.List;

/**
 * The four cases of a logical function of two bits, in counting order: 00, 01, 10, 11.
 *
 * @param answers what the function says of the four
 */
public record TruthTable(DataSetInfo info, List<Integer> answers) implements BuiltInSet {
    public static TruthTable xor() {
        return of(
                "xor",
                "XOR",
                "One or the other, but not both: four points that no straight line separates.",
                0,
                1,
                1,
                0);
    }

    public static TruthTable and() {
        return of("and", "AND", "Both inputs are 1. One neuron is enough.", 0, 0, 0, 1);
    }

    public static TruthTable or() {
        return of("or", "OR", "At least one input is 1. One neuron is enough.", 0, 1, 1, 1);
    }

    private static TruthTable of(String name, String title, String description, Integer... answers) {
        var info = new DataSetInfo(
                name,
                title,
                description,
                DataSetInfo.Kind.TWO_CLASSES,
                2,
                new DataSetInfo.Domain(-0.5, 1.5),
                true,
                DataSetInfo.Count.fixed(4),
                DataSetInfo.Amount.NONE,
                DataSetInfo.Amount.NONE,
                Features.labels(Features.STANDARD),
                List.of("false", "true"));
        return new TruthTable(info, List.of(answers));
    }

    @Override
    public Examples draw(int count, double noise, Rng rng) {
        Examples examples = Examples.room(4, 2, 1);
        for (int e = 0; e < 4; e++) {
            examples.inputs()[2 * e] = e >> 1;
            examples.inputs()[2 * e + 1] = e & 1;
            examples.targets()[e] = answers.get(e);
        }
        return examples;
    }
}
