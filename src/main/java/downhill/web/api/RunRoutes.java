package downhill.web.api;

import downhill.json.RunJson;
import downhill.json.RunJson.Movement;
import downhill.json.RunSpecReader;
import downhill.json.StepRequests;
import downhill.json.TweakJson;
import downhill.json.form.Json;
import downhill.live.LiveRun;
import downhill.live.RunId;
import downhill.live.Runs;
import downhill.live.watch.View;
import downhill.train.spec.RunSpec;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;

/** The routes that create, describe, drive and delete runs. */
public final class RunRoutes {
    /** The bytes from which on reading a body takes more than a millisecond. */
    private static final int LONG = 64 * 1024;

    private final Runs runs;

    public RunRoutes(Runs runs) {
        this.runs = runs;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/api/runs", this::create);
        routes.get("/api/runs/{id}", this::read);
        routes.delete("/api/runs/{id}", this::delete);
        routes.post("/api/runs/{id}/steps", this::steps);
        routes.post("/api/runs/{id}/play", this::play);
        routes.post("/api/runs/{id}/pause", this::pause);
        routes.post("/api/runs/{id}/tweaks", this::tweak);
        routes.get("/api/runs/{id}/data", this::data);
    }

    private void create(Context ctx) throws InterruptedException {
        LiveRun run = runs.create(spec(ctx), Requests.visitor(ctx));
        ctx.status(201).header("Location", ctx.contextPath() + "/api/runs/" + run.id());
        describe(ctx, run);
    }

    /** The specification in the body; a long one is read by a thread that computes. */
    private RunSpec spec(Context ctx) throws InterruptedException {
        byte[] json = Requests.json(ctx);
        return json.length < LONG
                ? RunSpecReader.read(json)
                : runs.workers().call(Requests.visitor(ctx).name(), () -> RunSpecReader.read(json));
    }

    private void read(Context ctx) {
        LiveRun run = Requests.run(ctx, runs);
        if (run.id().equals(Requests.name(ctx))) {
            describe(ctx, run);
        } else {
            describe(ctx, run, RunId.view(run), run.origin().parent().map(this::view));
        }
    }

    /** The view of a run that is named by its id or its view; the run may be gone. */
    private String view(String name) {
        return runs.view(name).orElseGet(() -> RunId.view(name));
    }

    /** Describes a run for the client that drives it. */
    static void describe(Context ctx, LiveRun run) {
        describe(ctx, run, run.id(), run.origin().parent());
    }

    private static void describe(Context ctx, LiveRun run, String id, Optional<String> parent) {
        Movement movement = run.movement();
        Responses.json(
                ctx,
                run.read(history -> Json.bytes(RunJson.description(
                        id, RunId.view(run), history.newest(), history.tweaks(), movement, parent))));
    }

    private void delete(Context ctx) {
        runs.delete(Requests.drivenRun(ctx, runs));
        ctx.status(204);
    }

    private void steps(Context ctx) throws InterruptedException {
        LiveRun run = Requests.drivenRun(ctx, runs);
        Requests.allowQuery(ctx, Set.of());
        int count = StepRequests.count(Requests.json(ctx));
        Responses.json(ctx, run.step(count, run.read(View::exact)).json());
    }

    private void play(Context ctx) {
        LiveRun run = Requests.drivenRun(ctx, runs);
        var asked = ctx.bodyAsBytes().length == 0 ? StepRequests.Play.DEFAULT : StepRequests.play(Requests.json(ctx));
        if (asked.isEven()) {
            run.playEvenly(asked.until());
        } else {
            run.play(asked.stepsPerSecond(), asked.until());
        }
        describe(ctx, run);
    }

    private void pause(Context ctx) {
        LiveRun run = Requests.drivenRun(ctx, runs);
        if (ctx.bodyAsBytes().length > 0) {
            StepRequests.nothing(Requests.json(ctx));
        }
        run.pause();
        describe(ctx, run);
    }

    private void tweak(Context ctx) {
        LiveRun run = Requests.drivenRun(ctx, runs);
        int step = run.tweak(TweakJson.read(Requests.json(ctx)));
        Responses.json(ctx, Json.bytes(StepRequests.step(step)));
    }

    private void data(Context ctx) {
        LiveRun run = Requests.run(ctx, runs);
        Requests.allowQuery(ctx, Set.of("numbers"));
        int numbers = Requests.whole(ctx, "numbers", 1, Integer.MAX_VALUE).orElse(Integer.MAX_VALUE);
        try (var _ = run.memory()
                .write(Math.min(4L * numbers, run.memory().footprint().data()), false)) {
            Responses.json(
                    ctx,
                    Json.bytes(RunJson.data(
                            run.data(), run.read(h -> h.newest().spec()).data(), numbers)));
        }
    }
}
