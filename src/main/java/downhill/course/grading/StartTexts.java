package downhill.course.grading;

import downhill.course.Lesson;
import downhill.course.Scene;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Texts of a course's scenes with the numbers of the scene's start, written {@code {{start.cost}}}. They stay as they are whatever a learner does to the
 * figure. Some of them take a training to find, so each text is filled in once.
 */
public final class StartTexts {
    private record Place(String lesson, int scene, String html) {}

    private final ConcurrentMap<Place, String> filled = new ConcurrentHashMap<>();

    /** A scene's text, as HTML, with its start's numbers filled in. */
    public String of(Lesson lesson, Scene scene, String html) {
        if (!FilledText.hasStart(html)) {
            return html;
        }
        return filled.computeIfAbsent(new Place(lesson.slug(), scene.number(), html), place -> {
            var pictures = new ScenePictures(lesson);
            return FilledText.ofStart(html, path -> pictures.number(scene, path));
        });
    }
}
