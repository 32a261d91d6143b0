package downhill.course.grading;

import downhill.course.Lesson;
import downhill.course.Scene;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Texts of scenes with the numbers of the scene's start, written {@code {{start.cost}}}. They stay as they are whatever a learner does to the
 * figure. Some of them take a training to find, so each text is filled in once.
 */
public final class StartTexts {
    private record Place(Lesson lesson, int scene, String html) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Place(Lesson l, int s, String text)
                    && l == lesson
                    && s == scene
                    && text.equals(html);
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(lesson) + html.hashCode();
        }
    }

    /** The most texts kept; a course has far fewer, but in development each change of a lesson brings new ones. */
    private static final int MOST_KEPT = 1_000;

    private final ConcurrentMap<Place, String> filled = new ConcurrentHashMap<>();

    /** A scene's text, as HTML, with its start's numbers filled in. */
    public String of(Lesson lesson, Scene scene, String html) {
        if (!FilledText.hasStart(html)) {
            return html;
        }
        if (filled.size() >= MOST_KEPT) {
            filled.clear();
        }
        return filled.computeIfAbsent(new Place(lesson, scene.number(), html), place -> {
            var pictures = new ScenePictures(lesson);
            return FilledText.ofStart(html, path -> pictures.number(scene, path));
        });
    }
}
