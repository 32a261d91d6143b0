package downhill.web.lesson;

import downhill.course.Check;
import downhill.course.Given;
import downhill.course.Lesson;
import downhill.course.Scene;
import downhill.course.grading.Picture;
import downhill.math.NumberText;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A whole lesson on paper: its words and questions, with the numbers as each scene begins. */
public final class Handout {
    private static final Pattern NUMBER =
            Pattern.compile("<x-value of=\"([\\w.]+)\"(?: digits=\"(\\d+)\")?></x-value>");
    private static final Pattern GIVEN = Pattern.compile("<span data-given=\"(\\w+)\">…</span>");
    private static final int DIGITS = 6;

    private final String host;
    private final String base;
    private final Lesson lesson;
    private final Map<Integer, Picture> pictures = new HashMap<>();

    Handout(String host, String base, Lesson lesson) {
        this.host = host;
        this.base = base;
        this.lesson = lesson;
    }

    public Lesson lesson() {
        return lesson;
    }

    /** The address of a scene, where its figure is. */
    public String address(Scene scene) {
        return base + "/lessons/" + lesson.slug() + "/" + scene.number();
    }

    /** The same as it can be typed from paper. */
    public String printed(Scene scene) {
        return host + address(scene);
    }

    /** A check's question, with the numbers that the learner of a handout is given. */
    public String text(Scene scene, Check check) {
        Map<String, Double> given = check.given().of(Given.ANYONE, lesson.slug(), check.id());
        String ask = GIVEN.matcher(check.ask())
                .replaceAll(found -> NumberText.plain(Objects.requireNonNull(given.get(found.group(1))), DIGITS));
        return text(scene, ask);
    }

    /** A text of a scene, its numbers filled in. A picture is made only where one is asked for: some runs are large. */
    public String text(Scene scene, String html) {
        return NUMBER.matcher(html)
                .replaceAll(found -> Matcher.quoteReplacement(number(scene, found.group(1), found.group(2))));
    }

    private String number(Scene scene, String path, String digits) {
        OptionalDouble value = pictures.computeIfAbsent(scene.number(), n -> Picture.of(lesson, scene.stage()))
                .value(path);
        return value.isEmpty() ? "…" : shown(path, value.getAsDouble(), digits);
    }

    /** The same form as the page's {@code x-value}. */
    private static String shown(String path, double value, String digits) {
        if (digits != null) {
            return NumberText.significant(value, Integer.parseInt(digits));
        }
        return path.equals("cost") ? NumberText.brief(value) : NumberText.plain(value, DIGITS);
    }
}
