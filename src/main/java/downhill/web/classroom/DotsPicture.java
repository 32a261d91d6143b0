package downhill.web.classroom;

import downhill.classroom.Tally;
import downhill.math.text.NumberText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Guesses on a slider as dots on its axis, those near each other on top of each other.
 *
 * @param truth the place of what happens
 * @param words the same in a sentence
 */
public record DotsPicture(
        List<Dot> dots, double radius, List<ChartAxis.Tick> ticks, Optional<Double> truth, String words) {
    public static final int WIDTH = 1000;
    public static final int HEIGHT = 300;

    /** The height of the axis. */
    public static final int BASE = 250;

    private static final int SIDE = 40;
    private static final int COLUMNS = 50;
    private static final double LARGEST = 9;
    private static final int DIGITS = 3;

    /** One guess. */
    public record Dot(double x, double y) {}

    static DotsPicture of(Tally.OfNumbers tally) {
        var axis = new ChartAxis(tally.from(), tally.to(), SIDE, WIDTH - SIDE, false);
        Map<Long, Integer> stacks = new HashMap<>();
        double width = (tally.to() - tally.from()) / COLUMNS;
        tally.guesses().forEach(guess -> stacks.merge(column(guess, tally.from(), width), 1, Integer::sum));
        int highest = stacks.values().stream().mapToInt(x -> x).max().orElse(1);
        double radius = Math.min(LARGEST, (BASE - SIDE) / 2.0 / highest);
        Map<Long, Integer> filled = new HashMap<>();
        List<Dot> dots = new ArrayList<>();
        for (double guess : tally.guesses()) {
            int below = filled.merge(column(guess, tally.from(), width), 1, Integer::sum) - 1;
            dots.add(new Dot(axis.place(guess), Math.round(10 * (BASE - radius * (2 * below + 1))) / 10.0));
        }
        Optional<Double> truth = tally.truth().stream()
                .filter(x -> x >= tally.from() && x <= tally.to())
                .mapToObj(axis::place)
                .findFirst();
        return new DotsPicture(dots, radius, axis.ticks(8), truth, words(tally));
    }

    private static long column(double guess, double from, double width) {
        return Math.round((guess - from) / width);
    }

    private static String words(Tally.OfNumbers tally) {
        List<Double> sorted = tally.guesses();
        String answer = tally.truth().isPresent()
                ? " The answer is " + shown(tally.truth().getAsDouble(), tally.unit()) + "."
                : "";
        if (sorted.isEmpty()) {
            return "Nobody has guessed a number yet." + answer;
        }
        int n = sorted.size();
        return "The middle guess is " + shown(sorted.get(n / 2), tally.unit()) + ". Half of the class guessed between "
                + NumberText.plain(sorted.get(n / 4), DIGITS) + " and "
                + shown(sorted.get(Math.min(n - 1, 3 * n / 4)), tally.unit()) + "." + answer;
    }

    private static String shown(double x, String unit) {
        return NumberText.plain(x, DIGITS) + (unit.isEmpty() ? "" : " " + unit);
    }
}
