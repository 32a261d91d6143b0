package downhill.insight.description.hill;

import downhill.descent.Hill;
import downhill.descent.HillPath.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The state at the end of a walker's path: it rests, and on what, or swings from side to side, ever less or ever more. */
public final class WalkerOutcome {
    /** WalkerName moves no farther than this, on ground no steeper than this, rests. */
    private static final double REST = 1e-6;
    /** The number of steps to and fro that make a swing. */
    private static final int SWINGS = 4;

    private WalkerOutcome() {}

    static Optional<String> of(Hill hill, WalkerPath path, boolean isClear) {
        return rests(path) ? Optional.of("It rests here." + (isClear ? ground(hill, path.here()) : "")) : swings(path);
    }

    private static boolean rests(WalkerPath path) {
        return path.steps() > 0
                && path.optimizer().isPresent()
                && CoordinateText.length(path.here().slope()) < REST
                && CoordinateText.length(path.stepTo(path.steps())) < REST;
    }

    private static String ground(Hill hill, Place here) {
        List<Double> curvatures =
                hill.curvatures(here.position().stream().mapToDouble(x -> x).toArray());
        double least = curvatures.getFirst();
        double most = curvatures.getLast();
        return least > 0
                ? " Around it the ground rises to all sides: it is the bottom of a valley."
                : most > 0 && least < 0
                        ? " It is no bottom but a saddle: the ground rises to two sides and falls to two others."
                        : most < 0 ? " It is no bottom but a top: the ground falls to all sides." : "";
    }

    private static Optional<String> swings(WalkerPath path) {
        if (path.steps() < SWINGS) {
            return Optional.empty();
        }
        List<String> along = new ArrayList<>();
        for (int i = 0; i < path.here().position().size(); i++) {
            swing(path, i).ifPresent(along::add);
        }
        return along.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", along));
    }

    private static Optional<String> swing(WalkerPath path, int coordinate) {
        double[] steps = IntStream.rangeClosed(path.steps() - SWINGS + 1, path.steps())
                .mapToDouble(number -> path.stepTo(number).get(coordinate))
                .toArray();
        boolean toAndFro = IntStream.range(1, SWINGS).allMatch(s -> steps[s] * steps[s - 1] < 0);
        double first = Math.abs(steps[0]);
        double last = Math.abs(steps[SWINGS - 1]);
        if (!toAndFro || last < REST) {
            return Optional.empty();
        }
        String how = last > first * 1.001
                ? "each swing is wider than the one before: it diverges."
                : last < first * 0.999 ? "each swing is narrower." : "the swings stay as wide.";
        return Optional.of(path.who().its() + " last " + SWINGS + " steps went to and fro in "
                + CoordinateText.name(coordinate) + ", and " + how);
    }
}
