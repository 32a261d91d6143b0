package downhill.web.lesson;

import downhill.course.Lesson;
import downhill.course.LessonRun;
import downhill.course.Scene;
import downhill.course.Stage;
import downhill.course.Stage.GraphStage;
import downhill.course.Stage.HillStage;
import downhill.course.Stage.LandscapeStage;
import downhill.course.Stage.PerceptronStage;
import downhill.course.Stage.RunStage;
import downhill.json.StageConfig;
import downhill.live.RunId;
import downhill.live.Runs;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a scene's stage ready for its template. A run is shown by one that all share, until the learner does something. */
public final class StageViews {
    private final Runs runs;

    public StageViews(Runs runs) {
        this.runs = runs;
    }

    StageView of(String base, Lesson lesson, Scene scene) {
        return switch (scene.stage()) {
            case RunStage s -> run(base, lesson, scene, s);
            case LandscapeStage s -> landscape(base, lesson, scene, s);
            case HillStage s -> hill(base, lesson, scene, s);
            case GraphStage s -> graph(lesson, scene, s);
            case PerceptronStage s -> perceptron(base, lesson, scene, s);
        };
    }

    private StageView run(String base, Lesson lesson, Scene scene, RunStage stage) {
        StageConfig config = StageConfig.of(source(base, lesson, stage.run(), stage.at()))
                .in(config(lesson, scene, stage.at(), stage.locked()), shown(stage));
        LessonRun run = Objects.requireNonNull(lesson.runs().get(stage.run()));
        return new StageView(
                config,
                stage.substep().map(StageViews::words),
                stage.select().map(StageViews::words),
                stage.show(),
                Optional.empty(),
                stage.choices().map(choices -> ChoicesView.of(choices, run.spec())));
    }

    /** The widgets, with all that distinguishes them from those of another scene. */
    private static List<String> shown(RunStage stage) {
        return Stream.of(
                        stage.show().stream(),
                        stage.row().map(Object::toString).stream(),
                        stage.choices().map(Object::toString).stream())
                .flatMap(names -> names)
                .toList();
    }

    private StageView landscape(String base, Lesson lesson, Scene scene, LandscapeStage stage) {
        StageConfig config = StageConfig.of(source(base, lesson, stage.run(), stage.at()))
                .with(new StageConfig.Slice(stage.directions(), stage.span()))
                .in(config(lesson, scene, stage.at(), List.of()), stage.show());
        return view(config, stage.show());
    }

    /** The shared run as the scene declares it, and where one of the learner's own is made. */
    private StageConfig.RunSource source(String base, Lesson lesson, String name, OptionalInt at) {
        LessonRun run = Objects.requireNonNull(lesson.runs().get(name));
        return StageConfig.RunSource.shared(
                base + "/api/runs/" + RunId.view(runs.shared(run.spec(), run.tweaks(), at.orElse(0))) + "/frames",
                base + "/lessons/" + lesson.slug() + "/runs/" + name);
    }

    private static StageConfig.SceneConfig config(Lesson lesson, Scene scene, OptionalInt at, List<String> locked) {
        String keep = lesson.slug() + "/" + lesson.first(scene).number();
        return new StageConfig.SceneConfig("", keep, at, scene.continues(), scene.words(), locked);
    }

    private static StageView hill(String base, Lesson lesson, Scene scene, HillStage stage) {
        HillView view = HillView.of("hill", stage, false);
        StageConfig config = view.config(base).in(config(lesson, scene, OptionalInt.empty(), List.of()), stage.show());
        return new StageView(
                config, Optional.empty(), Optional.empty(), stage.show(), Optional.of(view), Optional.empty());
    }

    private static StageView graph(Lesson lesson, Scene scene, GraphStage stage) {
        var graph = new StageConfig.GraphSource(stage.expression(), stage.values(), stage.edit());
        StageConfig config =
                StageConfig.of(graph).in(config(lesson, scene, OptionalInt.empty(), List.of()), stage.show());
        return view(config, stage.show());
    }

    private static StageView perceptron(String base, Lesson lesson, Scene scene, PerceptronStage stage) {
        var source = new StageConfig.PerceptronSource(
                base + "/api/perceptrons/",
                stage.corners().text(),
                stage.at(),
                stage.beside(),
                stage.byHand(),
                stage.recolour(),
                stage.margin());
        StageConfig config =
                StageConfig.of(source).in(config(lesson, scene, OptionalInt.empty(), List.of()), stage.show());
        return view(config, stage.show());
    }

    private static StageView view(StageConfig config, List<String> show) {
        return new StageView(config, Optional.empty(), Optional.empty(), show, Optional.empty(), Optional.empty());
    }

    private static String words(Stage.SubstepName substep) {
        return Stream.of(substep.layer(), substep.neuron())
                .flatMap(i -> i.stream().boxed())
                .map(String::valueOf)
                .reduce(substep.part(), (a, b) -> a + " " + b);
    }

    private static String words(Stage.Item item) {
        return item.kind() + " " + item.at().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
