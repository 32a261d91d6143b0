package downhill.web.playground;

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
import downhill.train.history.StopConditions;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import downhill.train.spec.RunSpec;
import downhill.web.http.Errors;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import downhill.web.page.Attendance;
import downhill.web.page.ClassSeats;
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
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The playground: its page, and the fragments that its forms are answered with. */
public final class PlaygroundRoutes {
    private static final int DRAWN_DIGITS = 5;

    private final Templates templates;
    private final Layouts layouts;
    private final Runs runs;
    private final ClassSeats seats;
    private final LinkRoutes links;
    private final List<DataChoice> dataSets = DataChoice.all();

    public PlaygroundRoutes(Templates templates, Layouts layouts, Runs runs, ClassSeats seats) {
        this.templates = templates;
        this.layouts = layouts;
        this.runs = runs;
        this.seats = seats;
        this.links = new LinkRoutes(runs);
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/playground", ctx -> answer(ctx, this::page));
        routes.get("/playground/preview", this::preview);
        routes.post("/playground/runs", ctx -> answer(ctx, this::create));
        links.addTo(routes);
    }

    private void page(Context ctx) throws InterruptedException {
        PlaygroundForm asked = queried(ctx);
        Layout layout = layouts.of(
                ctx, "Playground", "Build a small network, let it learn, and watch every weight and every gradient.");
        Optional<LiveRun> watched = Optional.ofNullable(ctx.queryParam("watch")).flatMap(runs::read);
        Optional<LiveRun> run =
                watched.or(() -> Optional.ofNullable(ctx.queryParam("run")).flatMap(runs::read));
        boolean isFragment = ctx.header("HX-Request") != null;
        if (isFragment) {
            ctx.header(
                    "HX-Push-Url",
                    address(ctx, run.map(found -> named(ctx, asked, found)).orElse(asked.query())));
        }
        if (isFragment && run.isEmpty()) {
            specOf(asked);
            show(ctx, layout, view(ctx, new CheckedForm(asked, List.of()), Optional.empty()));
            return;
        }
        Optional<RunSource> source = run.map(found -> source(ctx, found, watched.isPresent()));
        LinkRoutes.Opened link = watched.isPresent() ? LinkRoutes.Opened.NOTHING : links.open(ctx);
        CheckedForm form = link.linked().isPresent()
                ? shown(LinkRoutes.spec(ctx).orElseThrow(), "")
                : run.isPresent() ? shown(run.get(), asked) : checked(ctx, asked);
        List<String> ofThePlan = ClassPlan.remarks(name -> Optional.ofNullable(ctx.queryParam(name)));
        PlaygroundView made = view(ctx, form.adding(link.said()).adding(ofThePlan), source);
        PlaygroundView view =
                watched.map(found -> made.watching(RunId.view(found))).orElse(made);
        show(ctx, layout, link.linked().map(state -> view.linkedTo(state)).orElse(view));
    }

    private void show(Context ctx, Layout layout, PlaygroundView view) {
        Optional<Attendance> attendance = seats.atPlayground(ctx);
        if (attendance.isEmpty() || !seats.leadsElsewhere(ctx, attendance.get())) {
            Responses.html(ctx, templates.playground(layout, view, attendance));
        }
    }

    /** The controls of a run, and a sentence on what no control shows of it. */
    private static CheckedForm shown(RunSpec spec, String view) {
        return new CheckedForm(RunControls.of(spec, view), RunControls.remarks(spec));
    }

    /** A run for the page: its own or a copy, or, to be watched, the run itself, which a view cannot change. */
    private static RunSource source(Context ctx, LiveRun run, boolean isWatched) {
        String frames = frames(ctx, RunId.view(run));
        return isWatched ? RunSource.of(frames) : RunSource.lent(frames, branches(ctx));
    }

    /** The controls of a run, as the address has them where it asks for that very run: it holds a learner's own points, which a run does not name. */
    private CheckedForm shown(LiveRun run, PlaygroundForm asked) {
        RunSpec spec = run.read(history -> history.newest().spec());
        CheckedForm controls = shown(spec, RunId.view(run));
        PlaygroundForm same = RunControls.live(controls.form(), asked);
        return isOf(same, spec) ? new CheckedForm(same, controls.remarks()) : controls;
    }

    private boolean isOf(PlaygroundForm form, RunSpec spec) {
        try {
            return specOf(form).equals(spec);
        } catch (BadInputException | RefusedException e) {
            return false;
        }
    }

    /** The query of a run and its branches, after that of a form. */
    private static String named(Context ctx, PlaygroundForm form, LiveRun run) {
        String branches = branches(ctx);
        return form.query() + (form.query().isEmpty() ? "" : "&") + "run=" + RunId.view(run)
                + (branches.isEmpty() ? "" : "&branches=" + branches);
    }

    /** The controls of an address; each that cannot be carried out has its default, and a sentence says so. */
    private CheckedForm checked(Context ctx, PlaygroundForm asked) throws InterruptedException {
        CheckedForm form = CheckedForm.of(asked, spec -> tryOut(spec, ctx), asked.giver(runs::read));
        return form.adding(AddressRemarks.of(
                ctx.queryParamMap().keySet(), ctx.queryParam("run") != null || ctx.queryParam("watch") != null));
    }

    /** Builds step 0 of a specification, which finds what does not fit; a server without room for it says so at the first press. */
    private void tryOut(RunSpec spec, Context ctx) throws InterruptedException {
        try {
            runs.preview(spec, Requests.visitor(ctx), history -> true);
        } catch (BusyException e) {
            ctx.attribute("busy", e);
        }
    }

    /** The specification of a form; BadInputException or RefusedException name what is not allowed. */
    private RunSpec specOf(PlaygroundForm form) {
        return form.spec(form.giver(runs::read));
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

    /** A teacher's options, in the address or in what a form sends. */
    private static ClassPlan plan(Context ctx) {
        return ClassPlan.read(
                name -> Optional.ofNullable(ctx.queryParam(name)).or(() -> Optional.ofNullable(ctx.formParam(name))));
    }

    private PlaygroundView view(Context ctx, CheckedForm checked, Optional<RunSource> run) {
        PlaygroundForm form = checked.form();
        RunSource source =
                run.orElseGet(() -> RunSource.preview(ctx.contextPath() + "/playground/preview?" + form.query()));
        return new PlaygroundView(form.values(), form.query(), source, dataSets, checked.remarks(), plan(ctx));
    }

    /** Step 0 of what the controls or a link's state say, without making a run of it. */
    private void preview(Context ctx) throws InterruptedException {
        RunSpec spec = LinkRoutes.spec(ctx).orElseGet(() -> specOf(queried(ctx)));
        Responses.json(ctx, runs.preview(spec, Requests.visitor(ctx), history -> {
            byte[] frame = new FrameMaker().frame(history.newest(), View.drawn(history, DRAWN_DIGITS));
            return Json.bytes(RunJson.preview(history.newest(), frame));
        }));
    }

    private void create(Context ctx) throws InterruptedException {
        PlaygroundForm form = PlaygroundForm.read(name -> Optional.ofNullable(ctx.formParam(name)));
        LiveRun run = runs.create(specOf(form), Requests.visitor(ctx));
        if ("play".equals(ctx.formParam("then"))) {
            play(run, ctx.formParam("stepsPerSecond"), until(ctx));
        } else if ("step".equals(ctx.formParam("then"))) {
            run.step(1, run.read(View::exact));
        }
        ctx.header("HX-Push-Url", address(ctx, named(ctx, form, run)));
        Layout layout = layouts.of(ctx, "Playground", "");
        Responses.html(
                ctx,
                templates.playgroundStage(
                        layout,
                        view(ctx, new CheckedForm(form, List.of()), Optional.of(RunSource.of(frames(ctx, run.id()))))));
    }

    private static String address(Context ctx, String query) {
        String plan = plan(ctx).query();
        String all = query + (query.isEmpty() || plan.isEmpty() ? "" : "&") + plan;
        return ctx.contextPath() + "/playground" + (all.isEmpty() ? "" : "?" + all);
    }

    /** Plays at the speed that the page's control names: a rate, or max. */
    private static void play(LiveRun run, @Nullable String speed, StopConditions until) {
        if ("max".equals(speed)) {
            run.playEvenly(until);
        } else {
            run.play(
                    speed == null || speed.isBlank()
                            ? StepRequests.DEFAULT_RATE
                            : Requests.number("stepsPerSecond", speed, 0, 1e6),
                    until);
        }
    }

    /** The conditions under which the run stops, as the page's fields have them. */
    private static StopConditions until(Context ctx) {
        return new StopConditions(
                filled(ctx, "stopCost")
                        .map(text -> OptionalDouble.of(Requests.number("stopCost", text, 0, 1e300)))
                        .orElse(OptionalDouble.empty()),
                filled(ctx, "stopAccuracy")
                        .map(text -> OptionalDouble.of(Requests.number("stopAccuracy", text, 0, 100) / 100))
                        .orElse(OptionalDouble.empty()),
                filled(ctx, "stopStep")
                        .map(text -> OptionalInt.of(Requests.whole("stopStep", text, 1, Integer.MAX_VALUE)))
                        .orElse(OptionalInt.empty()),
                ctx.formParam("stopStill") != null);
    }

    private static Optional<String> filled(Context ctx, String name) {
        return Optional.ofNullable(ctx.formParam(name)).map(String::strip).filter(text -> !text.isEmpty());
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
            String control = Controls.of(problem.pointer());
            if (Controls.names().contains(control)) {
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
