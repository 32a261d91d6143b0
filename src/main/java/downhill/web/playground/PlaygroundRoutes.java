package downhill.web.playground;

import downhill.data.DataSetInfo;
import downhill.data.DataSets;
import downhill.json.RunJson;
import downhill.json.StageConfig.RunSource;
import downhill.json.StepRequests;
import downhill.json.form.BadInputException;
import downhill.json.form.Json;
import downhill.live.ConflictException;
import downhill.live.GoneException;
import downhill.live.LiveRun;
import downhill.live.RunId;
import downhill.live.Runs;
import downhill.live.watch.FrameMaker;
import downhill.live.watch.View;
import downhill.live.work.BusyException;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import downhill.train.spec.RunSpec;
import downhill.web.http.Errors;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import downhill.web.page.Layout;
import downhill.web.page.Layouts;
import gg.jte.generated.precompiled.Templates;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The playground: its page, and the fragments that its forms are answered with. */
public final class PlaygroundRoutes {
    private static final int DOTS = 60;
    private static final int DRAWN_DIGITS = 5;

    private final Templates templates;
    private final Layouts layouts;
    private final Runs runs;
    private final List<DataChoice> dataSets = DataSets.all().stream()
            .filter(info -> info.dimensions() == 2 && info.kind() == DataSetInfo.Kind.TWO_CLASSES)
            .map(info -> DataChoice.of(info.name(), info.title(), DataSets.build(info.standard(1), 1), DOTS))
            .toList();

    public PlaygroundRoutes(Templates templates, Layouts layouts, Runs runs) {
        this.templates = templates;
        this.layouts = layouts;
        this.runs = runs;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/playground", ctx -> answer(ctx, this::page));
        routes.get("/playground/preview", this::preview);
        routes.post("/playground/runs", ctx -> answer(ctx, this::create));
    }

    private void page(Context ctx) {
        PlaygroundForm form = queried(ctx);
        if (ctx.header("HX-Request") != null) {
            form.spec();
            ctx.header("HX-Push-Url", address(ctx, form.query()));
        }
        Layout layout = layouts.of(
                ctx, "Playground", "Build a small network, let it learn, and watch every weight and every gradient.");
        Optional<RunSource> run = Optional.ofNullable(ctx.queryParam("run"))
                .flatMap(runs::read)
                .map(found -> RunSource.lent(frames(ctx, RunId.view(found)), branches(ctx)));
        Responses.html(ctx, templates.playground(layout, view(ctx, form, run)));
    }

    private static String frames(Context ctx, String name) {
        return ctx.contextPath() + "/api/runs/" + name + "/frames";
    }

    /** The branches that the address names beside the run: views with dots between them, for the page to ask for. */
    private static String branches(Context ctx) {
        String ids = ctx.queryParam("branches");
        return ids != null && ids.matches("[\\w.-]{0,2000}") ? ids : "";
    }

    private static PlaygroundForm queried(Context ctx) {
        return PlaygroundForm.read(name -> Optional.ofNullable(ctx.queryParam(name)));
    }

    private PlaygroundView view(Context ctx, PlaygroundForm form, Optional<RunSource> run) {
        RunSource source =
                run.orElseGet(() -> RunSource.preview(ctx.contextPath() + "/playground/preview?" + form.query()));
        return new PlaygroundView(form.values(), form.query(), source, dataSets);
    }

    /** Step 0 of what the controls say, without making a run of it. */
    private void preview(Context ctx) throws InterruptedException {
        RunSpec spec = queried(ctx).spec();
        Responses.json(ctx, runs.preview(spec, Requests.visitor(ctx), history -> {
            byte[] frame = new FrameMaker().frame(history.newest(), View.drawn(history, DRAWN_DIGITS));
            return Json.bytes(RunJson.preview(history.newest(), DataSets.domain(spec.data()), frame));
        }));
    }

    private void create(Context ctx) throws InterruptedException {
        PlaygroundForm form = PlaygroundForm.read(name -> Optional.ofNullable(ctx.formParam(name)));
        LiveRun run = runs.create(form.spec(), Requests.visitor(ctx));
        if ("play".equals(ctx.formParam("then"))) {
            run.play(rate(ctx));
        } else if ("step".equals(ctx.formParam("then"))) {
            run.step(1, run.read(View::exact));
        }
        String query = form.query();
        ctx.header("HX-Push-Url", address(ctx, query + (query.isEmpty() ? "" : "&") + "run=" + RunId.view(run)));
        Layout layout = layouts.of(ctx, "Playground", "");
        Responses.html(
                ctx,
                templates.playgroundStage(layout, view(ctx, form, Optional.of(RunSource.of(frames(ctx, run.id()))))));
    }

    private static String address(Context ctx, String query) {
        return ctx.contextPath() + "/playground" + (query.isEmpty() ? "" : "?" + query);
    }

    private static double rate(Context ctx) {
        String text = ctx.formParam("stepsPerSecond");
        return text == null || text.isBlank()
                ? StepRequests.DEFAULT_RATE
                : Requests.number("stepsPerSecond", text, 0, 1e6);
    }

    /** Carries out what a form asks for; what is wrong with it is answered as sentences beside its controls. */
    private void answer(Context ctx, ThrowingConsumer<Context> action) throws Exception {
        try {
            action.accept(ctx);
        } catch (BadInputException e) {
            refuse(ctx, e.problems());
        } catch (RefusedException e) {
            refuse(ctx, e.problems());
        } catch (ConflictException e) {
            ctx.status(409);
            errors(ctx, Map.of(), String.valueOf(e.getMessage()));
        } catch (BusyException e) {
            Errors.busy(ctx, e);
            errors(ctx, Map.of(), String.valueOf(e.getMessage()));
        } catch (GoneException | NotFoundResponse e) {
            ctx.status(404);
            errors(ctx, Map.of(), "This run no longer exists. Press Begin again.");
        }
    }

    private void refuse(Context ctx, List<Problem> problems) {
        Map<String, String> byControl = new HashMap<>();
        StringBuilder rest = new StringBuilder();
        for (Problem problem : problems) {
            String control = PlaygroundForm.control(problem.pointer());
            if (PlaygroundForm.names().contains(control)) {
                byControl.putIfAbsent(control, problem.detail());
            } else {
                rest.append(rest.isEmpty() ? "" : " ").append(problem.detail());
            }
        }
        ctx.status(422).header("HX-Push-Url", "false");
        errors(ctx, byControl, rest.toString());
    }

    private void errors(Context ctx, Map<String, String> errors, String message) {
        Responses.html(ctx, templates.playgroundErrors(errors, message));
    }

    @FunctionalInterface
    private interface ThrowingConsumer<T> {
        void accept(T value) throws Exception;
    }
}
