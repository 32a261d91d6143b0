package downhill.web.widget;

import downhill.course.Stage.HillStage;
import downhill.course.Widget;
import downhill.course.Widget.Demo;
import downhill.course.Widget.Source;
import downhill.course.Widgets;
import downhill.json.RunSpecReader;
import downhill.live.LiveRun;
import downhill.live.Runs;
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
    /** The height of a frame around one figure, in pixels. */
    public static final int FRAME_HEIGHT = 640;

    private static final int MOST_STEPS = Integer.parseInt(Parameters.STEPS.getLast());

    private final Templates templates;
    private final Layouts layouts;
    private final Courses courses;
    private final Runs runs;
    private final Gallery gallery;

    public WidgetRoutes(Templates templates, Layouts layouts, Courses courses, Runs runs, Gallery gallery) {
        this.templates = templates;
        this.layouts = layouts;
        this.courses = courses;
        this.runs = runs;
        this.gallery = gallery;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/widgets", this::index);
        routes.get("/widgets/{name}", this::demo);
        routes.post("/widgets/runs", this::own);
    }

    /** A run of the visitor's own, which goes on from the step of the shared one that was shown. */
    private void own(Context ctx) throws InterruptedException {
        Chosen chosen = Chosen.of(Parameters.OF_RUN, ctx.queryParamMap());
        OwnRuns.branch(ctx, runs, () -> shared(chosen), MOST_STEPS);
    }

    private void index(Context ctx) {
        Layout layout = layouts.of(ctx, "Widgets", "Every live figure of Downhill, for your own page or your lesson.");
        Responses.html(ctx, templates.widgets(layout, gallery.groups(ctx, demos(courses.widgets()))));
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
        Chosen chosen = Chosen.read(ctx, demo);
        if (demo.source() instanceof Source.Hills(Map<String, HillStage> stages)) {
            List<HillView> hills = stages.entrySet().stream()
                    .filter(stage ->
                            chosen.given("figure").orElse(stage.getKey()).equals(stage.getKey()))
                    .map(stage -> HillView.of(stage.getKey(), stage.getValue(), true))
                    .toList();
            Responses.html(ctx, templates.hillDemo(layout, demo, hills, chosen.remarks()));
            return;
        }
        Optional<LiveRun> named = chosen.given("run").flatMap(runs::read);
        Chosen told = chosen.given("run").isPresent() && named.isEmpty()
                ? chosen.with("The server does not hold the run of this address. The figure shows another one.")
                : chosen;
        LiveRun run =
                named.orElseGet(() -> demo.source() instanceof Source.Digits ? DigitLab.shared(runs) : shared(told));
        Responses.html(
                ctx,
                templates.widgetDemo(
                        layout, demo, DemoView.of(told, run), courses.course().notes()));
    }

    /** The run of these settings, of the usual ones on a page that has none. */
    private LiveRun shared(Chosen chosen) {
        Chosen settings =
                chosen.known().containsAll(Parameters.OF_RUN) ? chosen : Chosen.of(Parameters.OF_RUN, Map.of());
        String spec = """
            {"data": {"name": "%s"}, "network": {"layers": %s}, "optimizer": {"learningRate": 2}}""".formatted(settings.of("data"), Parameters.layers(settings.of("hidden")));
        return runs.shared(
                RunSpecReader.read(spec.getBytes(StandardCharsets.UTF_8)), Integer.parseInt(settings.of("step")));
    }
}
