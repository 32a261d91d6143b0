package downhill.data.builtin;

import downhill.data.DataSetInfo;
import downhill.math.Rng;
import java.util.List;

/** One period and nine tenths of a sine wave, a number in and a number out; noise is added to the target. */
public record CurveSet(DataSetInfo info) implements BuiltInSet {
    public CurveSet() {
        this(new DataSetInfo(
                "sine",
                "Sine wave",
                "The input is a number, the target its sine. The hidden neurons build a smooth curve from their bends.",
                DataSetInfo.Kind.NUMBER,
                1,
                Cloud.DOMAIN,
                false,
                new DataSetInfo.Count(100, 2, 5_000),
                new DataSetInfo.Amount(0.05, 0, 1),
                new DataSetInfo.Amount(0.2, 0, 0.9),
                List.of("x"),
                List.of("sin x")));
    }

    @Override
    public Examples draw(int count, double noise, Rng rng) {
        Examples examples = Examples.room(count, 1, 1);
        int[] places = rng.permutation(count);
        for (int e = 0; e < count; e++) {
            double along = (places[e] + rng.nextDouble()) / count;
            double x = Cloud.DOMAIN.low() + (Cloud.DOMAIN.high() - Cloud.DOMAIN.low()) * along;
            examples.inputs()[e] = x;
            examples.targets()[e] = StrictMath.sin(x) + noise * rng.nextGaussian();
        }
        return examples;
    }
}
