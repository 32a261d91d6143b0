package downhill.classroom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A learner's answers to one question so far.
 *
 * @param answer the newest one: the number of a choice, from 1, a number, or the heights of a sketch; empty for "I don't know"
 * @param tries how many answers there were
 * @param mistakes the known mistakes among them, by their keys
 * @param found the result of a challenge, in a sentence; empty for other questions
 */
public record Response(
        String answer, Outcome outcome, int tries, List<String> mistakes, String found, Optional<Trial> trial) {
    /** The most mistakes that are kept of one learner and question. */
    public static final int MOST_MISTAKES = 4;

    private static final int MOST_TRIES = 1000;

    /** The kinds of outcome. */
    public enum Outcome {
        /** A prediction, which nobody judges. */
        NOTED,
        RIGHT,
        WRONG,
        /** The learner asked for the solution. */
        GIVEN_UP
    }

    /** The learning rate with which a challenge was tried, and the cost or the height that it led to. */
    public record Trial(double rate, double result) {}

    /** A prediction. */
    public static Response noted(String answer) {
        return new Response(answer, Outcome.NOTED, 1, List.of(), "", Optional.empty());
    }

    /** An answer to a check. */
    public static Response judged(String answer, Outcome outcome, Optional<String> mistake) {
        return new Response(answer, outcome, 1, mistake.stream().toList(), "", Optional.empty());
    }

    /** An attempt at a challenge. */
    public static Response tried(boolean met, String found, Optional<Trial> trial) {
        return new Response("", met ? Outcome.RIGHT : Outcome.WRONG, 1, List.of(), found, trial);
    }

    /** All answers once another one has come. One that was right stays, and so does the first prediction. */
    public Response then(Response next) {
        if (outcome == Outcome.RIGHT || outcome == Outcome.NOTED) {
            return this;
        }
        List<String> all = new ArrayList<>(mistakes);
        next.mistakes().stream().filter(key -> !all.contains(key)).forEach(all::add);
        return new Response(
                next.answer(),
                next.outcome(),
                Math.min(MOST_TRIES, tries + next.tries()),
                List.copyOf(all.subList(0, Math.min(all.size(), MOST_MISTAKES))),
                next.found(),
                next.trial());
    }

    /** Tests whether the first answer was right. */
    public boolean isRightAtOnce() {
        return outcome == Outcome.RIGHT && tries == 1;
    }
}
