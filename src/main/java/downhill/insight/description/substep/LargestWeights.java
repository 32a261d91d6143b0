package downhill.insight.description.substep;

import downhill.net.Parameter.Weight;
import downhill.net.PerParameter;
import downhill.net.Shape;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The largest of a network's weights, by one number of each. */
public final class LargestWeights {
    /** A weight with the size of its number. */
    private record Sized(Weight at, double size) {}

    private LargestWeights() {}

    /** The weights with the largest numbers, in absolute value, the largest first; of equal ones those that come first. */
    public static List<Weight> weights(Shape shape, int count, PerParameter numbers) {
        var kept = new PriorityQueue<>(Comparator.comparingDouble(Sized::size)
                .thenComparing(Sized::at, inOrder().reversed()));
        for (int l = 0; l < shape.depth(); l++) {
            for (int j = 0; j < shape.width(l + 1); j++) {
                for (int k = 0; k < shape.width(l); k++) {
                    double size = Math.abs(numbers.weight(l, j, k));
                    if (kept.size() < count || size > kept.element().size()) {
                        kept.add(new Sized(new Weight(l, j, k), size));
                    }
                    if (kept.size() > count) {
                        kept.remove();
                    }
                }
            }
        }
        return kept.stream()
                .sorted(Comparator.comparingDouble(Sized::size).reversed().thenComparing(Sized::at, inOrder()))
                .map(Sized::at)
                .toList();
    }

    private static Comparator<Weight> inOrder() {
        return Comparator.comparingInt(Weight::l).thenComparingInt(Weight::j).thenComparingInt(Weight::k);
    }
}
