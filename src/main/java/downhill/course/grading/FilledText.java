package downhill.course.grading;

import downhill.math.text.NumberText;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts as HTML whose numbers are filled in once, in the form that the page's {@code <x-value>} writes. */
public final class FilledText {
    private static final Pattern NUMBER = Pattern.compile(
            "<x-value of=\"([\\w.]+)\"(?: digits=\"(\\d+)\")?></x-value>|<span data-given=\"(\\w+)\">…</span>");
    private static final Pattern IN_BRACKETS = Pattern.compile(
            "\\((<span class=\"joined\">)?(<x-value of=\"([\\w.]+)\"(?: digits=\"\\d+\")?></x-value>)\\)");
    private static final String START = "start.";
    private static final Pattern OF_START =
            Pattern.compile("<x-value of=\"(start\\.[\\w.]+)\"(?: digits=\"(\\d+)\")?></x-value>");
    private static final int DIGITS = 6;

    private FilledText() {}

    /** The text with a picture's numbers. */
    static String of(String html, Picture picture) {
        return of(html, picture::value);
    }

    /** The text with the numbers at its paths, and with … where there is none. */
    public static String of(String html, Function<String, OptionalDouble> numbers) {
        return NUMBER.matcher(html).replaceAll(found -> Matcher.quoteReplacement(number(found, numbers)));
    }

    /** Tests whether a text has a number of its scene's start. */
    static boolean hasStart(String html) {
        return OF_START.matcher(html).find();
    }

    /** The text with the numbers of its scene's start; the others are left to the page. */
    static String ofStart(String html, Function<String, OptionalDouble> numbers) {
        return OF_START.matcher(html)
                .replaceAll(found -> Matcher.quoteReplacement(shown(found.group(1), found.group(2), numbers)));
    }

    /** The same for a calculation, where brackets around a single number stay only if it is negative. */
    static String ofFactors(String html, Function<String, OptionalDouble> numbers) {
        String calculation = IN_BRACKETS.matcher(html).replaceAll(found -> {
            OptionalDouble value = numbers.apply(found.group(3));
            boolean negative = value.isPresent() && value.getAsDouble() < 0;
            return Matcher.quoteReplacement(
                    negative ? found.group() : Objects.toString(found.group(1), "") + found.group(2));
        });
        return of(calculation, numbers);
    }

    /** Tests whether every number of a text is there. */
    static boolean isComplete(String html, Function<String, OptionalDouble> numbers) {
        return NUMBER.matcher(html)
                .results()
                .allMatch(found -> numbers.apply(path(found)).isPresent());
    }

    private static String path(MatchResult found) {
        return found.group(1) == null ? found.group(3) : atStart(found.group(1));
    }

    /** The path of a number without the word that it is the start's. */
    private static String atStart(String path) {
        return path.startsWith(START) ? path.substring(START.length()) : path;
    }

    private static String number(MatchResult found, Function<String, OptionalDouble> numbers) {
        return shown(path(found), found.group(2), numbers);
    }

    private static String shown(String name, String digits, Function<String, OptionalDouble> numbers) {
        String path = atStart(name);
        OptionalDouble value = numbers.apply(path);
        if (value.isEmpty()) {
            return "…";
        }
        if (digits != null) {
            return NumberText.significant(value.getAsDouble(), Integer.parseInt(digits));
        }
        return path.equals("cost")
                ? NumberText.brief(value.getAsDouble())
                : NumberText.plain(value.getAsDouble(), DIGITS);
    }
}
