package downhill.insight.telling;

import downhill.net.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The weight from neuron k of layer l to neuron j of layer l+1. */
record Place(int l, int j, int k) {
    /** The weights with the largest numbers, in absolute value, the largest first. */
    static List<Place> largest(Shape shape, int count, ToDoubleFunction<Place> number) {
        List<Place> all = new ArrayList<>();
        for (int l = 0; l < shape.depth(); l++) {
            for (int j = 0; j < shape.width(l + 1); j++) {
                for (int k = 0; k < shape.width(l); k++) {
                    all.add(new Place(l, j, k));
                }
            }
        }
        return all.stream()
                .sorted(Comparator.comparingDouble((Place at) -> -Math.abs(number.applyAsDouble(at))))
                .limit(count)
                .toList();
    }
}
