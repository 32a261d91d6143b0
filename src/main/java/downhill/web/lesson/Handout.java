package downhill.web.lesson;

import downhill.course.Check;
import downhill.course.Given;
import downhill.course.Lesson;
import downhill.course.Scene;
import downhill.course.grading.FilledText;
import downhill.course.grading.ScenePictures;
import java.util.Map;
import java.util.OptionalDouble;

/** A whole lesson on paper: its words and questions, with the numbers as each scene begins. */
public final class Handout {
    private final String host;
    private final String base;
    private final Lesson lesson;
    private final ScenePictures pictures;

    Handout(String host, String base, Lesson lesson) {
        this.host = host;
        this.base = base;
        this.lesson = lesson;
        this.pictures = new ScenePictures(lesson);
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

    /** A check's question, with the numbers for the reader of a handout. */
    public String text(Scene scene, Check check) {
        Map<String, Double> given = check.given().of(Given.ANYONE, lesson.slug(), check.id());
        return FilledText.of(
                check.ask(),
                path -> given.containsKey(path) ? OptionalDouble.of(given.get(path)) : pictures.number(scene, path));
    }

    /** A text of a scene, its numbers filled in. */
    public String text(Scene scene, String html) {
        return pictures.filled(scene, html);
    }
}
