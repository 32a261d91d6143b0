package downhill.classroom;

import java.util.List;
import java.util.OptionalDouble;

/** The answers of a class to one question, without names. Texts are HTML without paragraphs. */
public sealed interface Tally {
    /** The number of learners who answered, those who did not know included. */
    int answered();

    /**
     * A prediction by choice.
     *
     * @param unknown the learners who did not know
     */
    record OfChoices(int answered, int unknown, List<Bar> bars) implements Tally {}

    /**
     * One of the choices.
     *
     * @param right whether it is what happens; of a question that only seeing decides, none is
     */
    record Bar(String text, int count, boolean right) {}

    /**
     * A prediction on a slider.
     *
     * @param guesses in rising order
     * @param truth what happens, where the question knows it
     */
    record OfNumbers(
            int answered,
            int unknown,
            double from,
            double to,
            double step,
            String unit,
            List<Double> guesses,
            OptionalDouble truth)
            implements Tally {}

    /**
     * A sketched curve.
     *
     * @param sketches heights as shares of the picture's, from left to right
     * @param truth the true curve in the same shares, at more places; empty where it is not known
     */
    record OfCurves(int answered, int unknown, List<List<Double>> sketches, List<Double> truth) implements Tally {}

    /**
     * A check, or a program with gaps.
     *
     * @param right the learners whose answer is right by now
     * @param rightAtOnce those of them whose first answer was right
     * @param mistakes those that have a name, the most common first
     * @param others the learners with a wrong answer that no known mistake explains
     */
    record OfCheck(int answered, int right, int rightAtOnce, int gaveUp, List<Mistake> mistakes, int others)
            implements Tally {}

    /** A mistake, and the number of learners who made it. */
    record Mistake(String name, int count) {}

    /**
     * A challenge.
     *
     * @param met the learners who met it
     * @param trials the newest attempt of each learner, where the figure has a learning rate
     * @param found what those found who met it, each sentence once, the most common first
     */
    record OfChallenge(int answered, int met, List<Try> trials, List<Mistake> found) implements Tally {}

    /** An attempt at a challenge: the learning rate, and the cost or the height that it led to. */
    record Try(double rate, double result, boolean met) {}
}
