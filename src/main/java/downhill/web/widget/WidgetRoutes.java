package downhill.web.widget;

import downhill.course.Stage.HillStage;
import downhill.course.Widget;
import downhill.course.Widget.Demo;
import downhill.course.Widget.Source;
import downhill.course.Widgets;
import downhill.json.RunSpecReader;
import downhill.live.LiveRun;
import downhill.live.RunId;
import downhill.live.Runs;
import downhill.train.spec.RunSpec;
import downhill.web.http.Responses;
import downhill.web.http.Security;
import downhill.web.lab.DigitLab;
import downhill.web.lesson.HillView;
import downhill.web.page.Courses;
import downhill.web.page.Layout;
import downhill.web.page.Layouts;
import downhill.web.page.OwnRuns;
import gg.jte.generated.precompiled.Templates;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The widgets' demo pages: each on recorded frames, and beside them on a run that all visitors share, or on one's own ({@code ?run=}). */
public final class WidgetRoutes {
    private static final String LIVE = """
            {"data": {"name": "xor"}, "network": {"layers": [2, 3, 1]}, "optimizer": {"learningRate": 2}}""";
    private static final int LIVE_STEPS = 60;

    private final Templates templates;
    private final Layouts layouts;
    private final Courses courses;
    private final Runs runs;

    public WidgetRoutes(Templates templates, Layouts layouts, Courses courses, Runs runs) {
        this.templates = templates;
        this.layouts = layouts;
        this.courses = courses;
        this.runs = runs;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/widgets", this::index);
        routes.get("/widgets/{name}", this::demo);
        routes.post("/widgets/runs", this::own);
    }

    /** A run of the visitor's own, which goes on from the step of the shared one that was shown. */
    private void own(Context ctx) throws InterruptedException {
        OwnRuns.branch(ctx, runs, this::shared, LIVE_STEPS);
    }

    private void index(Context ctx) {
        Layout layout = layouts.of(ctx, "Widgets", "Every live figure of Downhill, on recorded and on live numbers.");
        Responses.html(ctx, templates.widgets(layout, demos(courses.widgets())));
    }

    /** The demo pages in the order of their widgets, and the one that shows several. */
    public static List<Demo> demos(Widgets widgets) {
        return Stream.concat(widgets.demos().stream(), Stream.of(LandscapeDemo.DEMO))
                .toList();
    }

    private void demo(Context ctx) {
        Demo demo = courses.widgets()
                .named(ctx.pathParam("name"))
                .flatMap(Widget::demo)
                .orElseThrow(() -> new NotFoundResponse("There is no widget of this name; /widgets lists them."));
        Layout layout = layouts.of(ctx, demo.title() + " · Widgets", demo.line());
        if (layout.isEmbedded()) {
            Security.allowFraming(ctx);
        }
        if (demo.source() instanceof Source.Hills(Map<String, HillStage> stages)) {
            List<HillView> hills = stages.entrySet().stream()
                    .map(stage -> HillView.of(stage.getKey(), stage.getValue(), true))
                    .toList();
            Responses.html(ctx, templates.hillDemo(layout, demo, hills));
            return;
        }
        String recording = Optional.ofNullable(ctx.queryParam("recording")).orElse("tiny");
        if (!Recordings.NAMES.contains(recording)) {
            throw new NotFoundResponse("There is no recording of this name; there are " + Recordings.NAMES + ".");
        }
        LiveRun run = Optional.ofNullable(ctx.queryParam("run"))
                .flatMap(runs::read)
                .orElseGet(() -> demo.source() instanceof Source.Digits ? DigitLab.shared(runs) : shared());
        Responses.html(
                ctx,
                templates.widgetDemo(
                        layout,
                        demo,
                        recording,
                        RunId.view(run),
                        run.origin().shared(),
                        courses.course().notes()));
    }

    private LiveRun shared() {
        RunSpec spec = RunSpecReader.read(LIVE.getBytes(StandardCharsets.UTF_8));
        return runs.shared(spec, LIVE_STEPS);
    }
}
