package downhill.course.grading;

import downhill.course.Lesson;
import downhill.course.Scene;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** The pictures with which the scenes of a lesson begin. Each is made when it is first asked for, because some runs are large. */
public final class ScenePictures {
    private final Lesson lesson;
    private final Map<Integer, Picture> pictures = new HashMap<>();

    public ScenePictures(Lesson lesson) {
        this.lesson = lesson;
    }

    /** The picture of a scene. */
    public Picture of(Scene scene) {
        return pictures.computeIfAbsent(scene.number(), n -> new LazyPicture(() -> Picture.of(lesson, scene.stage())));
    }

    /** A text of a scene with its numbers filled in. */
    public String filled(Scene scene, String html) {
        return FilledText.of(html, path -> number(scene, path));
    }

    /** The number at a path in a scene's picture, if it has it. */
    public OptionalDouble number(Scene scene, String path) {
        return of(scene).value(path);
    }
}
