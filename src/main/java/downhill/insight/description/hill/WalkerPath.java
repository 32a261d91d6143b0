package downhill.insight.description.hill;

import downhill.descent.Hill;
import downhill.descent.HillPath;
import downhill.descent.HillPath.Place;
import downhill.descent.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The path of a walker on a hill, up to the shown step.
 *
 * @param optimizer who decides on the steps; absent where they are taken by hand
 * @param places from the start on, at least one
 * @param lost whether the path had to end before the step that is shown, because its numbers are not finite any more
 */
public record WalkerPath(String name, Optional<Optimizer> optimizer, List<Place> places, boolean lost) {
    /** A slope below this is what rounding left of 0. */
    private static final double NOTHING = 1e-12;

    /** A descent; IllegalArgumentException if the numbers at the start itself are not finite. */
    public static WalkerPath descent(String name, Hill hill, List<Double> start, Optimizer optimizer, int steps) {
        HillPath path = HillPath.descend(hill, start, optimizer, steps);
        return new WalkerPath(name, Optional.of(optimizer), path.places(), !path.complete());
    }

    /** A path by hand, from place to place; IllegalArgumentException if the numbers at one of them are not finite. */
    public static WalkerPath byHand(String name, Hill hill, List<List<Double>> positions) {
        List<Place> places = new ArrayList<>();
        for (List<Double> at : positions) {
            List<Double> before = places.isEmpty() ? at : places.getLast().position();
            Place found =
                    HillPath.descend(hill, at, Optimizer.sgd(1), 0).places().getFirst();
            List<Double> slope = found.slope().stream()
                    .map(s -> Math.abs(s) < NOTHING ? 0.0 : s)
                    .toList();
            places.add(new Place(
                    places.size(), at, found.height(), slope, CoordinateText.minus(at, before), found.step()));
        }
        return new WalkerPath(name, Optional.empty(), List.copyOf(places), false);
    }

    WalkerName who() {
        return new WalkerName(name);
    }

    int steps() {
        return places.size() - 1;
    }

    /** The newest place. */
    Place here() {
        return places.getLast();
    }

    /** The place before the last step, if there was one. */
    Optional<Place> before() {
        return steps() == 0 ? Optional.empty() : Optional.of(places.get(steps() - 1));
    }

    /** The step that led to a place. */
    List<Double> stepTo(int number) {
        return CoordinateText.minus(
                places.get(number).position(), places.get(number - 1).position());
    }

    /** The change of height in the last step; 0 at the start. */
    double rise() {
        return before().map(place -> here().height() - place.height()).orElse(0.0);
    }
}
