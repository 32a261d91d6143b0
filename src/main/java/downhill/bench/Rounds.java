package downhill.bench;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Times of some actions, measured in turns: in each round every action runs once, so that a slow spell of the machine slows all of them. Rounds
 * before the measured ones warm up.
 */
final class Rounds {
    private final double[][] seconds;

    private Rounds(double[][] seconds) {
        this.seconds = seconds;
    }

    /**
     * Measures.
     *
     * @param warmUp how many seconds of rounds are not counted, two rounds at least
     * @param count how many rounds are counted
     */
    static Rounds of(double warmUp, int count, Runnable... actions) {
        long end = System.nanoTime() + (long) (warmUp * 1e9);
        for (int round = 0; round < 2 || System.nanoTime() < end; round++) {
            for (Runnable action : actions) {
                action.run();
            }
        }
        double[][] seconds = new double[actions.length][count];
        for (int round = 0; round < count; round++) {
            for (int a = 0; a < actions.length; a++) {
                long start = System.nanoTime();
                actions[a].run();
                seconds[a][round] = (System.nanoTime() - start) / 1e9;
            }
        }
        return new Rounds(seconds);
    }

    /** The median time of an action, in seconds. */
    double seconds(int action) {
        return median(Arrays.stream(seconds[action]));
    }

    /** The factor by which one action takes longer than another: the median of the rounds' ratios. */
    double ratio(int one, int other) {
        return median(IntStream.range(0, seconds[one].length).mapToDouble(i -> seconds[one][i] / seconds[other][i]));
    }

    private static double median(java.util.stream.DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** An action several times over, for actions too short to be timed alone. */
    static Runnable times(int count, Runnable action) {
        return () -> {
            for (int i = 0; i < count; i++) {
                action.run();
            }
        };
    }
}
