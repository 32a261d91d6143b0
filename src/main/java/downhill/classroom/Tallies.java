package downhill.classroom;

import downhill.classroom.Response.Outcome;
import downhill.classroom.Tally.Bar;
import downhill.classroom.Tally.Mistake;
import downhill.classroom.Tally.Try;
import downhill.course.Challenge;
import downhill.course.Check;
import downhill.course.Gaps;
import downhill.course.Predict;
import downhill.course.grading.MistakeName;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Counts the answers of a class. */
public final class Tallies {
    private static final int MOST_NAMED = 5;

    private Tallies() {}

    /** The answers to a question. */
    public static Tally of(ClassQuestion asked, Classroom room) {
        List<Response> all = responses(asked.key(), room);
        return switch (asked.question()) {
            case Predict predict -> of(asked, predict, all);
            case Check check -> check(all, key -> MistakeName.words(check, key));
            case Gaps gaps -> check(all, key -> "The line of <b>" + key.replaceFirst("^line-", "") + "</b>");
            case Challenge challenge -> challenge(all);
        };
    }

    /** The number of learners who have answered a question. */
    public static int answered(String question, Classroom room) {
        return responses(question, room).size();
    }

    private static List<Response> responses(String question, Classroom room) {
        return room.learners().stream()
                .flatMap(learner -> Stream.ofNullable(learner.responses().get(question)))
                .toList();
    }

    private static Tally of(ClassQuestion asked, Predict predict, List<Response> all) {
        List<String> known = all.stream()
                .map(Response::answer)
                .filter(answer -> !answer.isEmpty())
                .toList();
        int unknown = all.size() - known.size();
        return switch (predict.form()) {
            case Predict.Choices form -> new Tally.OfChoices(all.size(), unknown, bars(asked, known));
            case Predict.Slider form ->
                new Tally.OfNumbers(
                        all.size(),
                        unknown,
                        form.from(),
                        form.to(),
                        form.step(),
                        form.unit(),
                        known.stream().map(Double::valueOf).sorted().toList(),
                        asked.truth());
            case Predict.Sketch form ->
                new Tally.OfCurves(
                        all.size(),
                        unknown,
                        known.stream().map(Tallies::heights).toList(),
                        asked.curve());
        };
    }

    private static List<Bar> bars(ClassQuestion asked, List<String> known) {
        int right = (int) asked.truth().orElse(0);
        return IntStream.rangeClosed(1, asked.options().size())
                .mapToObj(number -> new Bar(
                        asked.options().get(number - 1),
                        (int) known.stream()
                                .filter(String.valueOf(number)::equals)
                                .count(),
                        number == right))
                .toList();
    }

    private static List<Double> heights(String sketch) {
        return Arrays.stream(sketch.split(" ", -1)).map(Double::valueOf).toList();
    }

    private static Tally check(List<Response> all, UnaryOperator<String> words) {
        List<String> keys = all.stream().flatMap(one -> one.mistakes().stream()).toList();
        List<String> named = keys.stream()
                .filter(key -> !key.equals(MistakeName.OTHER))
                .map(words)
                .toList();
        return new Tally.OfCheck(
                all.size(),
                count(all, Outcome.RIGHT),
                (int) all.stream().filter(Response::isRightAtOnce).count(),
                count(all, Outcome.GIVEN_UP),
                common(named),
                keys.size() - named.size());
    }

    private static Tally challenge(List<Response> all) {
        List<Try> trials = all.stream()
                .flatMap(one -> one.trial().stream()
                        .map(trial -> new Try(trial.rate(), trial.result(), one.outcome() == Outcome.RIGHT)))
                .toList();
        List<String> found = all.stream()
                .filter(one -> one.outcome() == Outcome.RIGHT)
                .map(Response::found)
                .toList();
        return new Tally.OfChallenge(all.size(), count(all, Outcome.RIGHT), trials, common(found));
    }

    private static int count(List<Response> all, Outcome outcome) {
        return (int) all.stream().filter(one -> one.outcome() == outcome).count();
    }

    private static List<Mistake> common(List<String> texts) {
        Map<String, Integer> counts = new TreeMap<>();
        texts.forEach(text -> counts.merge(text, 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> new Mistake(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Mistake::count).reversed())
                .limit(MOST_NAMED)
                .toList();
    }
}
