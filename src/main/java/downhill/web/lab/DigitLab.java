package downhill.web.lab;

import downhill.live.LiveRun;
import downhill.live.RunId;
import downhill.live.Runs;
import downhill.web.http.Responses;
import downhill.web.page.Layout;
import downhill.web.page.Layouts;
import downhill.web.page.OwnRuns;
import gg.jte.generated.precompiled.Templates;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** The page on which one draws digits for a network that has learned to read them, and looks at what its units have become. */
public final class DigitLab {
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
        return DigitRecipe.SMALL.shared(runs);
    }

    private void page(Context ctx) {
        Layout layout = layouts.of(
                ctx,
                "Digit lab",
                "Draw a digit, see what the network reads, follow how it learned this, and teach it your own handwriting.");
        DigitRecipe recipe = recipe(ctx);
        Responses.html(ctx, templates.digitLab(layout, RunId.view(recipe.shared(runs)), recipe));
    }

    /** The network that the query names; the usual one where it names none, or another. */
    private static DigitRecipe recipe(Context ctx) {
        return DigitRecipe.LARGE_NAME.equals(ctx.queryParam("network")) ? DigitRecipe.LARGE : DigitRecipe.SMALL;
    }

    /** Makes a run of the visitor's own, which goes on from the shown step of the shared one. */
    private void own(Context ctx) throws InterruptedException {
        DigitRecipe recipe = recipe(ctx);
        OwnRuns.branch(ctx, runs, () -> recipe.shared(runs), recipe.steps());
    }
}
