package downhill.web.lab;

import downhill.json.RunSpecReader;
import downhill.live.LiveRun;
import downhill.live.RunId;
import downhill.live.Runs;
import downhill.train.spec.RunSpec;
import downhill.web.http.Responses;
import downhill.web.page.Layout;
import downhill.web.page.Layouts;
import downhill.web.page.OwnRuns;
import gg.jte.generated.precompiled.Templates;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;

/** The page on which one draws digits for a network that has learned to read them, and looks at what its units have become. */
public final class DigitLab {
    private static final RunSpec SPEC = RunSpecReader.read("""
            {"seed": 4,
             "data": {"name": "digits", "count": 1000, "testShare": 0.2},
             "network": {"layers": [784, 24, 10], "activations": ["tanh", "softmax"]},
             "cost": "cross-entropy",
             "batch": {"size": 20, "shuffle": true},
             "optimizer": {"name": "sgd", "learningRate": 0.1, "momentum": 0.5}}""".getBytes(StandardCharsets.UTF_8));

    private static final int STEPS = 500;

    private final Templates templates;
    private final Layouts layouts;
    private final Runs runs;

    public DigitLab(Templates templates, Layouts layouts, Runs runs) {
        this.templates = templates;
        this.layouts = layouts;
        this.runs = runs;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/labs/digits", this::page);
        routes.post("/labs/digits/runs", this::own);
    }

    /** The run that all visitors share until they change something. */
    public static LiveRun shared(Runs runs) {
        return runs.shared(SPEC, STEPS);
    }

    private void page(Context ctx) {
        Layout layout = layouts.of(
                ctx,
                "Digit lab",
                "Draw a digit, see what the network answers, and see what each hidden unit responds to.");
        Responses.html(ctx, templates.digitLab(layout, RunId.view(shared(runs)), STEPS));
    }

    /** Makes a run of the visitor's own, which goes on from the shown step of the shared one. */
    private void own(Context ctx) throws InterruptedException {
        OwnRuns.branch(ctx, runs, () -> shared(runs), STEPS);
    }
}
