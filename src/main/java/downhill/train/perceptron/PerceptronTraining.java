package downhill.train.perceptron;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The perceptron-convergence procedure from weights 0: it visits the corners in order, again and again, and corrects the
 * perceptron after each wrong output.
 *
 * @param visits until a whole round without a mistake, or until a cycle was gone through twice; more if asked for
 * @param cycle the rounds that repeat, if the procedure never ends
 */
public record PerceptronTraining(Corners corners, List<Visit> visits, Optional<Cycle> cycle) {
    /** Far more than any of the sixteen functions needs before it ends or repeats. */
    private static final int MOST_ROUNDS = 100;

    /**
     * One visit.
     *
     * @param sum the weighted sum before a correction
     * @param output the output before a correction
     * @param after the perceptron after the correction, or unchanged
     * @param mistakes so far, this visit included
     */
    public record Visit(int corner, double sum, int output, boolean wrong, Perceptron after, int mistakes) {}

    /**
     * A part that repeats: after {@code to} visits the perceptron has the weights that it had after {@code from} visits, and the
     * same corner comes next.
     */
    public record Cycle(int from, int to) {
        /** The visits until the weights are the same again. */
        public int length() {
            return to - from;
        }
    }

    /** Trains on these examples. */
    public static PerceptronTraining of(Corners corners) {
        List<Visit> visits = new ArrayList<>();
        Map<Perceptron, Integer> seen = new HashMap<>();
        Perceptron now = Perceptron.ZERO;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Integer before = seen.putIfAbsent(now, visits.size());
            if (before != null) {
                Cycle cycle = new Cycle(before, visits.size());
                for (int i = 0; i < cycle.length(); i++) {
                    visit(corners, visits);
                }
                return new PerceptronTraining(corners, List.copyOf(visits), Optional.of(cycle));
            }
            for (int corner = 0; corner < Corners.COUNT; corner++) {
                visit(corners, visits);
            }
            if (visits.subList(visits.size() - Corners.COUNT, visits.size()).stream()
                    .noneMatch(Visit::wrong)) {
                return new PerceptronTraining(corners, List.copyOf(visits), Optional.empty());
            }
            now = visits.getLast().after();
        }
        throw new IllegalStateException("no end after " + MOST_ROUNDS + " rounds on " + corners.text());
    }

    /** The same with at least this number of visits, in whole rounds. */
    public PerceptronTraining extended(int least) {
        List<Visit> more = new ArrayList<>(visits);
        while (more.size() < least || more.size() % Corners.COUNT != 0) {
            visit(corners, more);
        }
        return new PerceptronTraining(corners, List.copyOf(more), cycle);
    }

    private static void visit(Corners corners, List<Visit> visits) {
        Perceptron before =
                visits.isEmpty() ? Perceptron.ZERO : visits.getLast().after();
        int corner = visits.size() % Corners.COUNT;
        boolean wrong = before.output(corner) != corners.target(corner);
        visits.add(new Visit(
                corner,
                before.sum(corner),
                before.output(corner),
                wrong,
                before.corrected(corner, corners.target(corner)),
                (visits.isEmpty() ? 0 : visits.getLast().mistakes()) + (wrong ? 1 : 0)));
    }

    /** The perceptron after a number of visits. */
    public Perceptron after(int count) {
        return count == 0 ? Perceptron.ZERO : visits.get(count - 1).after();
    }

    /** The mistakes in the first visits. */
    public int mistakes(int count) {
        return count == 0 ? 0 : visits.get(count - 1).mistakes();
    }

    /** Returns whether the procedure ends with this visit: for the first time, the last whole round had no mistake. */
    public boolean endsAfter(int count) {
        int round = count - Corners.COUNT;
        return converges()
                && count % Corners.COUNT == 0
                && round >= 0
                && mistakes(count) == mistakes(round)
                && (round < Corners.COUNT || mistakes(round) > mistakes(round - Corners.COUNT));
    }

    /** Returns whether the procedure ends. */
    public boolean converges() {
        return cycle.isEmpty();
    }
}
