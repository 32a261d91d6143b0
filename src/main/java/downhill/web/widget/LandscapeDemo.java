package downhill.web.widget;

import downhill.course.Widget.Demo;
import downhill.course.Widget.Source;
import downhill.course.Widget.Topic;
import downhill.json.RunSpecReader;
import downhill.json.StageJson;
import downhill.live.LiveRun;
import downhill.live.RunId;
import downhill.live.Runs;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import downhill.web.http.Security;
import downhill.web.page.Layout;
import downhill.web.page.Layouts;
import gg.jte.generated.precompiled.Templates;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The demo page of a network's landscape: a slice through two weights that can be moved, and one through random directions. */
public final class LandscapeDemo {
    private static final String SPEC = """
            {"data": {"name": "xor"}, "optimizer": {"learningRate": 1},
             "network": {"layers": [2, 2, 1], "activations": ["tanh", "sigmoid"],
                         "weights": [[[4, 4], [4, 4]], [[0.5, 1.5]]], "biases": [[-2, -6], [-4]]}}""";
    private static final int STEPS = 40;

    /** Its line among those of the widgets: it shows several of them. */
    static final Demo DEMO = new Demo(
            "landscape",
            "A network’s landscape",
            "You see a slice of the cost of a network from above and in space. Drag the dot to change two weights.",
            List.of(),
            new Source.Landscape(),
            Topic.DESCENT);

    private final Templates templates;
    private final Layouts layouts;
    private final Runs runs;

    public LandscapeDemo(Templates templates, Layouts layouts, Runs runs) {
        this.templates = templates;
        this.layouts = layouts;
        this.runs = runs;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/widgets/landscape", this::page);
        routes.post("/widgets/landscape/runs", this::own);
    }

    private LiveRun shared() {
        return runs.shared(RunSpecReader.read(SPEC.getBytes(StandardCharsets.UTF_8)), STEPS);
    }

    private void page(Context ctx) {
        Layout layout = layouts.of(ctx, DEMO.title() + " · Widgets", DEMO.line());
        if (layout.isEmbedded()) {
            Security.allowFraming(ctx);
        }
        Responses.html(
                ctx,
                templates.landscapeDemo(
                        layout,
                        DEMO,
                        RunId.view(shared()),
                        Chosen.read(ctx, DEMO).remarks()));
    }

    /** A run of the visitor's own, which may be changed. */
    private void own(Context ctx) throws InterruptedException {
        LiveRun own = runs.branch(shared(), RunId.view(shared()), STEPS, Optional.empty(), Requests.visitor(ctx));
        String frames = ctx.contextPath() + "/api/runs/" + own.id() + "/frames";
        Responses.json(ctx, StageJson.frames(frames));
    }
}
