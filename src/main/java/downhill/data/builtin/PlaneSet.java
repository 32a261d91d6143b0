package downhill.data.builtin;

import downhill.data.DataSetInfo;
import downhill.data.Features;
import downhill.math.Rng;
import java.util.List;

/** A tilted plane over the map: the target is (x + y) / 12, from -1 to 1; noise is added to the target. */
public record PlaneSet(DataSetInfo info) implements BuiltInSet {
    public PlaneSet() {
        this(new DataSetInfo(
                "plane",
                "Tilted plane",
                "A height that rises evenly from corner to corner. One linear neuron is enough.",
                DataSetInfo.Kind.NUMBER,
                2,
                Cloud.DOMAIN,
                true,
                new DataSetInfo.Count(200, 2, 5_000),
                new DataSetInfo.Amount(0.05, 0, 1),
                new DataSetInfo.Amount(0.2, 0, 0.9),
                Features.labels(Features.STANDARD),
                List.of("height")));
    }

    @Override
    public Examples draw(int count, double noise, Rng rng) {
        Examples examples = Examples.room(count, 2, 1);
        for (int e = 0; e < count; e++) {
            double x = rng.uniform(Cloud.DOMAIN.low(), Cloud.DOMAIN.high());
            double y = rng.uniform(Cloud.DOMAIN.low(), Cloud.DOMAIN.high());
            examples.inputs()[2 * e] = x;
            examples.inputs()[2 * e + 1] = y;
            examples.targets()[e] = (x + y) / 12 + noise * rng.nextGaussian();
        }
        return examples;
    }
}
