package downhill.course.teaching;

import java.util.List;

/** A question with its answer. Texts are HTML, their numbers filled in with those at the start of the scene. */
public sealed interface Answer {
    /** The question's id. */
    String id();

    /** The question; each number that learners are given shows all its values. */
    String ask();

    /**
     * A prediction.
     *
     * @param options the choices, none on a slider or for a sketch
     * @param happened what happens, on a slider; empty where the options say it or only the figure decides
     * @param after what learners read once they have guessed
     */
    record Guess(String id, String ask, List<Option> options, String happened, String after) implements Answer {}

    /** A check by choice. */
    record Choice(String id, String ask, List<Option> options, String solution) implements Answer {}

    /**
     * One of the choices.
     *
     * @param says the hint after this choice, or the reason why it is right; it may be empty
     */
    record Option(String text, boolean right, String says) {}

    /**
     * A check for a number.
     *
     * @param variants the right answers, one for each choice of the numbers that learners are given
     * @param tolerance how near an answer must be, in words; empty where it is a whole number
     * @param ofFigure whether the answer depends on what the learner's figure shows
     * @param reason confirms a right answer; empty where there is none
     * @param solution worked with the numbers of the first variant
     */
    record Calculation(
            String id,
            String ask,
            List<Variant> variants,
            String tolerance,
            boolean ofFigure,
            String reason,
            List<Slip> slips,
            String solution)
            implements Answer {
        /** Returns whether learners are given different numbers. */
        public boolean isGiven() {
            return variants.size() > 1;
        }
    }

    /**
     * A right number.
     *
     * @param given the numbers in the question that it belongs to; empty where everyone has the same
     */
    record Variant(String given, String number) {}

    /**
     * A known mistake.
     *
     * @param numbers the numbers that it leads to, in words, or a wrong expression
     */
    record Slip(String numbers, String hint) {}

    /**
     * A program with gaps.
     *
     * @param gaps each line that learners complete
     * @param reason confirms that all are right; empty where there is none
     */
    record Program(String id, String ask, List<Gap> gaps, String reason) implements Answer {}

    /**
     * One line of a program that learners complete.
     *
     * @param line the assignment with a right expression
     * @param slips known wrong expressions with their hints
     */
    record Gap(String line, List<Slip> slips) {}

    /**
     * A challenge.
     *
     * @param ways ways to meet it, as plain sentences
     */
    record Task(String id, String ask, List<String> ways, String hint) implements Answer {}
}
