package downhill.web.lesson;

import downhill.course.Lesson;
import downhill.course.LessonRun;
import downhill.course.Scene;
import downhill.course.Stage;
import downhill.course.Stage.GraphStage;
import downhill.course.Stage.HillStage;
import downhill.course.Stage.LandscapeStage;
import downhill.course.Stage.RunStage;
import downhill.json.StageJson;
import downhill.live.Runs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        };
    }

    private StageView run(String base, Lesson lesson, Scene scene, RunStage stage) {
        Map<String, String> at = new LinkedHashMap<>();
        stage.at().ifPresent(step -> at.put("at", String.valueOf(step)));
        stage.moment().ifPresent(moment -> at.put("moment", words(moment)));
        stage.select().ifPresent(item -> at.put("select", words(item)));
        Map<String, String> settings = ofRun(base, lesson, scene, stage.run(), stage.at());
        settings.put("locked", String.join(" ", stage.locked()));
        return view("run", settings, at, stage.show());
    }

    private StageView landscape(String base, Lesson lesson, Scene scene, LandscapeStage stage) {
        Map<String, String> settings = ofRun(base, lesson, scene, stage.run(), stage.at());
        settings.put("directions", stage.directions());
        settings.put("span", number(stage.span()));
        Map<String, String> at = new LinkedHashMap<>();
        stage.at().ifPresent(step -> at.put("at", String.valueOf(step)));
        return view("landscape", settings, at, stage.show());
    }

    /** The shared run as the scene declares it, where one of the learner's own is made, and under which name that is kept. */
    private Map<String, String> ofRun(String base, Lesson lesson, Scene scene, String name, OptionalInt at) {
        LessonRun run = Objects.requireNonNull(lesson.runs().get(name));
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(
                "frames",
                base + "/api/runs/" + runs.shared(run.spec(), at.orElse(0)).id() + "/frames");
        settings.put("own", base + "/lessons/" + lesson.slug() + "/runs/" + name);
        settings.put("keep", keep(lesson, scene));
        if (!scene.words().isEmpty()) {
            settings.put("words", String.join(" ", scene.words()));
        }
        return settings;
    }

    /** The name under which the browser keeps the learner's own state: scenes that continue one another share it. */
    private static String keep(Lesson lesson, Scene scene) {
        return lesson.slug() + "/" + lesson.first(scene).number();
    }

    private StageView hill(String base, Lesson lesson, Scene scene, HillStage stage) {
        HillView view = HillView.of("hill", stage);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("hill", base + "/api/hills/" + stage.hill());
        stage.fog().ifPresent(radius -> settings.put("fog", number(radius)));
        settings.put("walkers", view.walkersJson());
        settings.put("length", String.valueOf(view.length()));
        settings.put("arrows", String.join(" ", stage.arrows()));
        settings.put("steps", String.valueOf(stage.steps()));
        settings.put("keep", keep(lesson, scene));
        Optional.ofNullable(view.widths()).ifPresent(widths -> settings.put("secant", widths));
        return view("hill", settings, Map.of(), stage.show(), Optional.of(view));
    }

    private StageView graph(Lesson lesson, Scene scene, GraphStage stage) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("expression", stage.expression());
        settings.put("values", StageJson.values(stage.values()));
        settings.put("edit", String.valueOf(stage.edit()));
        settings.put("keep", keep(lesson, scene));
        return view("graph", settings, Map.of(), stage.show());
    }

    private static StageView view(
            String kind, Map<String, String> settings, Map<String, String> at, List<String> show) {
        return view(kind, settings, at, show, Optional.empty());
    }

    private static StageView view(
            String kind,
            Map<String, String> settings,
            Map<String, String> at,
            List<String> show,
            Optional<HillView> hill) {
        Map<String, String> shown = new LinkedHashMap<>(settings);
        shown.remove("frames");
        String key = Integer.toHexString(Objects.hash(kind, shown.toString(), show));
        return new StageView(key, kind, settings, at, show, hill);
    }

    static String number(double x) {
        return x == StrictMath.rint(x) ? String.valueOf((long) x) : String.valueOf(x);
    }

    private static String words(Stage.Moment moment) {
        return Stream.of(moment.layer(), moment.neuron())
                .flatMap(i -> i.stream().boxed())
                .map(String::valueOf)
                .reduce(moment.part(), (a, b) -> a + " " + b);
    }

    private static String words(Stage.Item item) {
        return item.kind() + " " + item.at().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
