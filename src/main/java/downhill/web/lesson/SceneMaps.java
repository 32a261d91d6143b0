package downhill.web.lesson;

import downhill.course.Course;
import downhill.course.Lesson;
import downhill.course.LessonRun;
import downhill.course.Scene;
import downhill.course.Stage.LandscapeStage;
import downhill.course.Stage.RunStage;
import downhill.insight.Directions;
import downhill.live.Runs;
import downhill.live.work.Workers;
import downhill.train.history.History;
import downhill.web.api.LandscapeQuery;
import downhill.web.page.Courses;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;

/** The maps of scenes in which learners train runs of their own. Each is made once, since the lesson's own run is trained for it. */
public final class SceneMaps {
    /** The steps that the lesson's own run makes for the map, if the scene begins with fewer. */
    private static final int STEPS = 400;

    /** The most multiply-adds for these steps. */
    private static final double MOST_WORK = 2e9;

    /** The most parameters of a network with a map: of a larger one, each place is a long list of numbers. */
    private static final int MOST_PARAMETERS = 20_000;

    /** The share of this work, beside the one for what a server does after its start. */
    private static final String SHARE = "class maps";

    private record Kept(Course course, Map<String, Optional<SceneMap>> maps) {}

    private final Courses courses;
    private final Runs runs;
    private volatile Kept kept;

    public SceneMaps(Courses courses, Runs runs) {
        this.courses = courses;
        this.runs = runs;
        this.kept = new Kept(courses.course(), new ConcurrentHashMap<>());
    }

    /** The map of a scene; nothing if its figure is no run, or the run's network is too large. */
    public Optional<SceneMap> of(Lesson lesson, Scene scene) throws InterruptedException {
        Kept now = kept;
        Course course = courses.course();
        if (!now.course().equals(course)) {
            now = new Kept(course, new ConcurrentHashMap<>());
            kept = now;
        }
        String name = lesson.slug() + "/" + scene.number();
        Optional<SceneMap> found = now.maps().get(name);
        if (found == null) {
            found = runs.workers().call(SHARE, () -> make(lesson, scene));
            now.maps().put(name, found);
        }
        return found;
    }

    private Optional<SceneMap> make(Lesson lesson, Scene scene) {
        return switch (scene.stage()) {
            case RunStage stage ->
                make(lesson, stage.run(), stage.at().orElse(0), new Directions.Path(), OptionalDouble.empty());
            case LandscapeStage stage ->
                make(
                        lesson,
                        stage.run(),
                        stage.at().orElse(0),
                        LandscapeQuery.directions(stage.directions()),
                        OptionalDouble.of(stage.span()));
            default -> Optional.empty();
        };
    }

    private Optional<SceneMap> make(Lesson lesson, String name, int at, Directions directions, OptionalDouble span) {
        LessonRun run = Objects.requireNonNull(lesson.runs().get(name));
        History history = run.start();
        if (history.newest().network().parameterCount() > MOST_PARAMETERS) {
            return Optional.empty();
        }
        int steps = directions instanceof Directions.Path ? Math.max(at, STEPS) : at;
        while (steps > 1 && history.work(steps) > MOST_WORK) {
            steps /= 2;
        }
        history.advance(steps, run.tweaks(), reached -> Workers.checkpoint());
        return Optional.of(new SceneMap(
                history.parameterPath(history.step()), directions, span, runs.surveyors(), Workers::checkpoint));
    }
}
