package downhill.web.widget;

import downhill.json.RunSpecReader;
import downhill.json.StageJson;
import downhill.live.LiveRun;
import downhill.live.Runs;
import downhill.train.spec.RunSpec;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import downhill.web.lab.DigitLab;
import downhill.web.lesson.HillView;
import downhill.web.page.Layout;
import downhill.web.page.Layouts;
import downhill.web.page.Templates;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The widgets' demo pages: each on recorded frames, and beside them on a run that all who look share, or on one's own ({@code ?run=}). */
public final class WidgetRoutes {
    private static final String LIVE = """
            {"data": {"name": "xor"}, "network": {"layers": [2, 3, 1]}, "optimizer": {"learningRate": 2}}""";
    private static final int LIVE_STEPS = 60;

    private final Templates templates;
    private final Layouts layouts;
    private final Runs runs;

    public WidgetRoutes(Templates templates, Layouts layouts, Runs runs) {
        this.templates = templates;
        this.layouts = layouts;
        this.runs = runs;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/widgets", this::index);
        routes.get("/widgets/{name}", this::demo);
        routes.post("/widgets/runs", this::own);
    }

    /** A run of the visitor's own, which goes on from the step of the shared one that was shown. */
    private void own(Context ctx) throws InterruptedException {
        int step = StageJson.step(Requests.json(ctx), LIVE_STEPS);
        LiveRun run = runs.branch(shared(), step, Optional.empty(), Requests.visitor(ctx));
        ctx.status(201);
        Responses.json(ctx, StageJson.frames(ctx.contextPath() + "/api/runs/" + run.id() + "/frames"));
    }

    private void index(Context ctx) {
        Layout layout = layouts.of(ctx, "Widgets", "Every live figure of Downhill, on recorded and on live numbers.");
        templates.render(ctx, "widgets.jte", Map.of("layout", layout));
    }

    private void demo(Context ctx) {
        WidgetDemo demo = WidgetDemo.named(ctx.pathParam("name"))
                .orElseThrow(() -> new NotFoundResponse("There is no widget of this name; /widgets lists them."));
        List<HillView> hills = HillDemos.of(demo.name());
        if (!hills.isEmpty()) {
            Layout layout = layouts.of(ctx, demo.title() + " · Widgets", demo.line());
            templates.render(ctx, "hill-demo.jte", Map.of("layout", layout, "demo", demo, "hills", hills));
            return;
        }
        String recording = Optional.ofNullable(ctx.queryParam("recording")).orElse("tiny");
        if (!WidgetDemo.RECORDINGS.contains(recording)) {
            throw new NotFoundResponse("There is no recording of this name; there are " + WidgetDemo.RECORDINGS + ".");
        }
        LiveRun run = Optional.ofNullable(ctx.queryParam("run"))
                .flatMap(runs::find)
                .orElseGet(() -> demo.attribute("run") == null ? shared() : DigitLab.shared(runs));
        Layout layout = layouts.of(ctx, demo.title() + " · Widgets", demo.line());
        templates.render(
                ctx,
                "widget-demo.jte",
                Map.of(
                        "layout",
                        layout,
                        "demo",
                        demo,
                        "recording",
                        recording,
                        "recordings",
                        WidgetDemo.RECORDINGS,
                        "run",
                        run.id(),
                        "shared",
                        run.origin().shared()));
    }

    private LiveRun shared() {
        RunSpec spec = RunSpecReader.read(LIVE.getBytes(StandardCharsets.UTF_8));
        return runs.shared(spec, LIVE_STEPS);
    }
}
