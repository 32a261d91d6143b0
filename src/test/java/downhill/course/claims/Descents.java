package downhill.course.claims;

import downhill.descent.Hill;
import downhill.descent.HillInfo;
import downhill.descent.HillPath;
import downhill.descent.Hills;
import downhill.descent.Optimizer;
import downhill.descent.rule.Sgd;
import java.util.List;
import java.util.stream.IntStream;

/** Descents on the built-in hills, as the lessons' walkers make them. */
final class Descents {
    private Descents() {}

    static HillInfo hill(String name) {
        return Hills.named(name).orElseThrow();
    }

    /** The places of plain gradient descent, from the start on. */
    static List<HillPath.Place> plain(String hill, double rate, int steps, Double... start) {
        return HillPath.descend(hill(hill).hill(), List.of(start), Optimizer.sgd(rate), steps)
                .places();
    }

    static List<HillPath.Place> withMomentum(String hill, double rate, double momentum, int steps, Double... start) {
        Optimizer optimizer = new Optimizer(new Sgd(momentum, false), rate, 0);
        return HillPath.descend(hill(hill).hill(), List.of(start), optimizer, steps)
                .places();
    }

    /** The first step after which the walker is lower than a height, and stays so. */
    static int lowerFrom(List<HillPath.Place> places, double height) {
        int last = IntStream.range(0, places.size())
                .filter(i -> places.get(i).height() >= height)
                .max()
                .orElse(-1);
        return last + 1;
    }

    static double slope(String hill, double... at) {
        Hill surface = hill(hill).hill();
        return surface.gradient(at)[0];
    }
}
