package downhill.web.api;

import downhill.data.DataSpec;
import downhill.data.Drawing;
import downhill.insight.reading.LearningPath;
import downhill.insight.reading.Readings;
import downhill.insight.reading.Readings.Wanted;
import downhill.json.digits.DrawingJson;
import downhill.json.digits.ReadingJson;
import downhill.live.LiveRun;
import downhill.live.Runs;
import downhill.live.work.Workers;
import downhill.train.history.ParameterPath;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import downhill.train.spec.RunSpec;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The routes about a network that names classes: what it reads, how it came to that, and drawings that it learns too. */
public final class ReadingRoutes {
    private static final int USUAL_POINTS = 40;
    private static final int MOST_CLASS = 10_000;

    private final Runs runs;

    public ReadingRoutes(Runs runs) {
        this.runs = runs;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/api/runs/{id}/readings", this::readings);
        routes.get("/api/runs/{id}/accuracies", this::accuracies);
        routes.post("/api/runs/{id}/replays", this::replay);
        routes.post("/api/runs/{id}/drawings", this::draw);
    }

    private void readings(Context ctx) throws InterruptedException {
        LiveRun run = Requests.run(ctx, runs);
        Requests.allowQuery(ctx, Set.of("step", "set", "actual", "predicted"));
        boolean held = Requests.choice(ctx, "set", List.of("training", "test"))
                .filter("test"::equals)
                .isPresent();
        var wanted = new Wanted(classOf(ctx, "actual"), classOf(ctx, "predicted"));
        Responses.json(
                ctx,
                runs.study(
                        run,
                        step(ctx, run),
                        at -> ReadingJson.readings(Readings.of(at, held, wanted, Workers::checkpoint))));
    }

    private static OptionalInt classOf(Context ctx, String name) {
        return Requests.whole(ctx, name, 0, MOST_CLASS);
    }

    private void accuracies(Context ctx) throws InterruptedException {
        LiveRun run = Requests.run(ctx, runs);
        Requests.allowQuery(ctx, Set.of("step", "points"));
        int points = Requests.whole(ctx, "points", 2, LearningPath.MOST).orElse(USUAL_POINTS);
        int step = step(ctx, run);
        Responses.json(ctx, runs.work(run, run.memory().survey(), () -> {
            ParameterPath path = run.read(h -> h.parameterPath(step));
            return ReadingJson.accuracies(LearningPath.ofTestSet(path, points, Workers::checkpoint));
        }));
    }

    private void replay(Context ctx) throws InterruptedException {
        LiveRun run = Requests.run(ctx, runs);
        Requests.allowQuery(ctx, Set.of());
        ReadingJson.Replay asked = ReadingJson.replay(Requests.json(ctx));
        int step = reached(run, asked.step());
        Responses.json(ctx, runs.work(run, run.memory().survey(), () -> {
            ParameterPath path = run.read(h -> h.parameterPath(step));
            return ReadingJson.outputs(LearningPath.ofInput(path, asked.input(), asked.points(), Workers::checkpoint));
        }));
    }

    /** Makes a run that goes on from a step with one drawing more among its training examples. */
    private void draw(Context ctx) throws InterruptedException {
        LiveRun parent = Requests.run(ctx, runs);
        Requests.allowQuery(ctx, Set.of());
        DrawingJson.Addition asked = DrawingJson.addition(Requests.json(ctx));
        int step = reached(parent, asked.step());
        RunSpec spec = with(parent.read(h -> h.newest().spec()), new Drawing(asked.digit(), step, asked.ink()));
        LiveRun run = runs.extend(parent, Requests.name(ctx), step, spec, Requests.visitor(ctx));
        ctx.status(201).header("Location", ctx.contextPath() + "/api/runs/" + run.id());
        RunRoutes.describe(ctx, run);
    }

    private static RunSpec with(RunSpec spec, Drawing drawing) {
        DataSpec.Drawn data = switch (spec.data()) {
            case DataSpec.Drawn drawn -> drawn.until(drawing.from());
            case DataSpec.BuiltIn set when set.name().equals("digits") -> new DataSpec.Drawn(set, List.of());
            default -> throw refused("/digit", "Only a run that learns from the set \"digits\" takes drawings.");
        };
        if (data.drawings().size() >= Drawing.MOST) {
            throw refused("/ink", "This run has " + Drawing.MOST + " drawings, and no room for more.");
        }
        return spec.withData(data.with(drawing));
    }

    private static RefusedException refused(String pointer, String detail) {
        return new RefusedException(List.of(new Problem(pointer, detail)));
    }

    private static int step(Context ctx, LiveRun run) {
        int newest = run.read(h -> h.step());
        return Requests.whole(ctx, "step", 0, newest).orElse(newest);
    }

    private static int reached(LiveRun run, Optional<Long> asked) {
        return asked.isEmpty() ? run.read(h -> h.step()) : InstrumentRoutes.reached(run, asked.get(), "/step");
    }
}
