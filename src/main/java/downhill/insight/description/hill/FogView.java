package downhill.insight.description.hill;

import downhill.descent.Hill;
import downhill.descent.Hill.Minimum;
import downhill.descent.HillPath.Place;
import downhill.insight.description.SpokenNumbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The visible part of a hill from a place: all of it or, in fog, the ground nearby; descriptions leave out the rest. */
public final class FogView {
    private static final List<List<String>> SIDES =
            List.of(List.of("to the left", "to the right"), List.of("below", "above"));

    private final Hill hill;
    private final OptionalDouble fog;

    FogView(Hill hill, OptionalDouble fog) {
        this.hill = hill;
        this.fog = fog;
    }

    boolean isClear() {
        return fog.isEmpty();
    }

    /** The distance to the nearest visible bottom of a valley. */
    Optional<String> distance(Place here) {
        return nearest(here).map(bottom -> SpokenNumbers.of(distance(here, bottom)));
    }

    /** Describes the view from the walker's place: in fog the height of the ground at the limit of sight, and the nearest bottom of a valley. */
    Optional<String> of(WalkerPath path) {
        Place here = path.here();
        List<String> seen = new ArrayList<>();
        fog.ifPresent(radius -> seen.add(edge(here, radius)));
        nearest(here).ifPresent(bottom -> seen.add(bottom(path, bottom)));
        if (isClear() && hill.minima().isEmpty()) {
            seen.add("There is no lowest place: this hill falls for ever.");
        }
        return seen.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", seen));
    }

    private Optional<Minimum> nearest(Place here) {
        return hill.minima().stream()
                .filter(bottom -> distance(here, bottom) <= fog.orElse(Double.MAX_VALUE))
                .min(Comparator.comparingDouble(bottom -> distance(here, bottom)));
    }

    private static double distance(Place here, Minimum bottom) {
        return CoordinateText.length(CoordinateText.minus(bottom.at(), here.position()));
    }

    private String bottom(WalkerPath path, Minimum bottom) {
        Place here = path.here();
        double far = distance(here, bottom);
        String which =
                hill.minima().size() > 1 && isClear() ? "The nearest bottom of a valley" : "The bottom of the valley";
        String deeper = isClear() && hill.minima().stream().anyMatch(other -> other.height() < bottom.height() - 1e-9)
                ? " Another valley of this hill is deeper."
                : "";
        if (far == 0) {
            return new WalkerName(path.who().it()).does("stand") + " on the bottom of a valley." + deeper;
        }
        return which + ", " + CoordinateText.place(bottom.at()) + " at height " + SpokenNumbers.of(bottom.height())
                + ", is " + SpokenNumbers.of(far) + " away and " + SpokenNumbers.of(here.height() - bottom.height())
                + " lower." + deeper;
    }

    private String edge(Place here, double radius) {
        List<String> sides = new ArrayList<>();
        for (int i = 0; i < here.position().size(); i++) {
            for (int side = 0; side < 2; side++) {
                double[] at = here.position().stream().mapToDouble(x -> x).toArray();
                at[i] += side == 0 ? -radius : radius;
                double rise = hill.height(at) - here.height();
                sides.add(SIDES.get(i).get(side) + " " + SpokenNumbers.of(Math.abs(rise))
                        + (rise < 0 ? " lower" : " higher"));
            }
        }
        return "In the fog one sees " + SpokenNumbers.of(radius) + " far. Where sight ends, the ground is "
                + String.join(", ", sides.subList(0, sides.size() - 1)) + " and " + sides.getLast() + ".";
    }
}
