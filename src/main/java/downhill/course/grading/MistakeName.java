package downhill.course.grading;

import downhill.course.Check;
import downhill.course.Check.Choice;
import downhill.course.Check.Numeric;
import downhill.course.Check.Slip;
import downhill.course.Check.Tolerance;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A short key for each mistake that an answer to a check can be, and its name in words. The name of a wrong choice is its own text; that of
 * a known mistake is the first sentence of its hint.
 */
public final class MistakeName {
    /** The key of a wrong number that nothing known explains. */
    public static final String OTHER = "other";

    /** The first sentence of a text; its last word can be joined to its full stop, so that no line breaks between them. */
    private static final Pattern SENTENCE = Pattern.compile(
            "^<p>((?:<(\\w+)[^>]*>.*?</\\2>|[^<])*?(?:[.!?]|<span class=\"joined\">.*?[.!?]</span>))(?= |</p>)");

    private static final double ROUGH = 0.1;
    private static final double LARGEST_POWER = 1e6;

    private MistakeName() {}

    /** The key of a wrong answer's mistake; nothing if the answer cannot be judged. */
    public static Optional<String> key(Check check, String answer, Picture picture) {
        return switch (check) {
            case Choice choice ->
                Optional.of(answer)
                        .filter(number -> number.matches("[1-9]\\d?"))
                        .map(n -> "option-" + n);
            case Numeric numeric -> key(numeric, answer, picture);
        };
    }

    private static Optional<String> key(Numeric check, String answer, Picture picture) {
        OptionalDouble typed = Formulas.typed(answer);
        OptionalDouble truth = Grader.truth(check, picture);
        if (typed.isEmpty() || truth.isEmpty()) {
            return Optional.empty();
        }
        Optional<Slip> slip = Grader.slip(check, typed.getAsDouble(), picture);
        return Optional.of(slip.map(known -> "slip-" + (check.mistakes().indexOf(known) + 1))
                .orElseGet(() -> kind(typed.getAsDouble(), truth.getAsDouble(), check.tolerance())));
    }

    private static String kind(double x, double truth, Tolerance tolerance) {
        if (tolerance.allows(-x, truth)) {
            return "sign";
        }
        for (double power = 10; x != 0 && truth != 0 && power <= LARGEST_POWER; power *= 10) {
            if (tolerance.allows(x * power, truth) || tolerance.allows(x / power, truth)) {
                return "power";
            }
        }
        return truth != 0 && StrictMath.abs(x / truth - 1) < ROUGH ? "rough" : OTHER;
    }

    /** The name of the mistake of a key, as HTML without paragraphs. */
    public static String words(Check check, String key) {
        String[] parts = key.split("-", 2);
        int number = parts.length == 2 && parts[1].matches("[1-9]\\d?") ? Integer.parseInt(parts[1]) : 0;
        return switch (check) {
            case Choice choice
            when number >= 1 && number <= choice.options().size() ->
                FilledText.of(choice.options().get(number - 1).text(), path -> OptionalDouble.empty());
            case Numeric numeric
            when number >= 1 && number <= numeric.mistakes().size() ->
                firstSentence(numeric.given()
                        .inWords(numeric.mistakes().get(number - 1).hint()));
            default -> words(key);
        };
    }

    private static String words(String key) {
        return switch (key) {
            case "sign" -> "The sign is wrong.";
            case "power" -> "The decimal point is in the wrong place.";
            case "rough" -> "The number is too rough.";
            default -> "Another number.";
        };
    }

    private static String firstSentence(String hint) {
        Matcher first = SENTENCE.matcher(hint);
        String words = first.find() ? first.group(1) : hint.replaceAll("^<p>|</p>[\\s\\S]*$", "");
        return FilledText.of(words, path -> OptionalDouble.empty());
    }
}
