package downhill.course.grading;

import downhill.course.Lesson;
import downhill.course.LessonRun;
import downhill.course.Scene;
import downhill.course.Stage;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The pictures with which the scenes of a lesson begin. Each is made when it is first asked for, because some runs are large. */
public final class ScenePictures {
    private final Lesson lesson;
    private final Map<Integer, Picture> pictures = new HashMap<>();

    public ScenePictures(Lesson lesson) {
        this.lesson = lesson;
    }

    /** The picture of a scene. */
    public Picture of(Scene scene) {
        return pictures.computeIfAbsent(
                scene.number(), n -> new LazyPicture(known(scene.stage()), () -> Picture.of(lesson, scene.stage())));
    }

    /** The numbers that a stage's own description has. */
    private Map<String, Double> known(Stage stage) {
        return switch (stage) {
            case Stage.RunStage s -> known(s.run(), s.at());
            case Stage.LandscapeStage s -> known(s.run(), s.at());
            case Stage.HillStage _, Stage.GraphStage _, Stage.PerceptronStage _ -> Map.of();
        };
    }

    private Map<String, Double> known(String name, OptionalInt at) {
        Map<String, Double> known = new HashMap<>(Map.of("step", (double) at.orElse(0)));
        LessonRun run = Objects.requireNonNull(lesson.runs().get(name));
        if (run.tweaks().isEmpty()) {
            known.put("learningRate", run.spec().optimizer().learningRate());
        }
        return known;
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
