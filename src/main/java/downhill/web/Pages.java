package downhill.web;

import downhill.live.LiveRun;
import downhill.live.Runs;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;

/** The pages that need nothing but a look: home. */
final class Pages {
    /** How far the run on the home page is trained: its viewers see these steps from the first to the last. */
    private static final int DEMO_STEPS = 300;

    private final Templates templates;
    private final Layouts layouts;
    private final Runs runs;

    Pages(Templates templates, Layouts layouts, Runs runs) {
        this.templates = templates;
        this.layouts = layouts;
        this.runs = runs;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/", this::home);
    }

    private void home(Context ctx) {
        PlaygroundForm form = demo();
        LiveRun run = runs.shared(form.spec(), DEMO_STEPS);
        templates.render(
                ctx,
                "home.jte",
                Map.of(
                        "layout",
                                layouts.of(
                                        ctx,
                                        "Downhill",
                                        "Understand backpropagation by stepping through it: a real network"
                                                + " trains on the server, and you can stop anywhere, open any number, and go back."),
                        "run", run.id(),
                        "steps", DEMO_STEPS,
                        "query", form.query()));
    }

    private static PlaygroundForm demo() {
        Map<String, String> values = Map.of("data", "circle", "hidden", "5-3", "batchSize", "0", "seed", "3");
        return PlaygroundForm.read(name -> Optional.ofNullable(values.get(name)));
    }
}
