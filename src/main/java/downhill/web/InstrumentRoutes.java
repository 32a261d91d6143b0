package downhill.web;

import downhill.insight.Nudge;
import downhill.json.BadInputException;
import downhill.json.BadInputException.Kind;
import downhill.json.InstrumentJson;
import downhill.json.InstrumentRequests;
import downhill.live.LiveRun;
import downhill.live.Runs;
import downhill.train.Problem;
import downhill.train.RefusedException;
import downhill.train.Run;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The routes that ask something of a run as it was at a step, and the one that branches off there. */
final class InstrumentRoutes {
    private final Runs runs;

    InstrumentRoutes(Runs runs) {
        this.runs = runs;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/api/runs/{id}/branches", this::branch);
        routes.post("/api/runs/{id}/nudges", this::nudge);
    }

    private void branch(Context ctx) throws InterruptedException {
        LiveRun parent = Requests.run(ctx, runs);
        var asked = InstrumentRequests.branch(Requests.json(ctx));
        int step = reached(parent, asked.step(), "/step");
        try {
            LiveRun branch = runs.branch(parent, step, asked.tweak(), Requests.visitor(ctx));
            ctx.status(201).header("Location", ctx.contextPath() + "/api/runs/" + branch.id());
            RunRoutes.describe(ctx, branch);
        } catch (RefusedException e) {
            throw new RefusedException(e.problems().stream()
                    .map(p -> new Problem("/tweak" + p.pointer(), p.detail()))
                    .toList());
        }
    }

    private void nudge(Context ctx) throws InterruptedException {
        LiveRun run = Requests.run(ctx, runs);
        var asked = InstrumentRequests.nudge(Requests.json(ctx));
        answer(ctx, run, asked.step(), at -> InstrumentJson.nudge(Nudge.of(at, asked.at(), asked.by())));
    }

    /** Answers a question that a body asked of a step, or of the newest one. */
    private void answer(Context ctx, LiveRun run, Optional<Long> asked, Function<Run, byte[]> question)
            throws InterruptedException {
        int newest = run.read(h -> h.step());
        int step = asked.isEmpty() ? newest : reached(run, asked.get(), "/step");
        RunRoutes.json(ctx, runs.study(run, step, question));
    }

    /** The step, if the run has come so far. */
    private static int reached(LiveRun run, long step, String pointer) {
        int newest = run.read(h -> h.step());
        if (step > newest) {
            throw new BadInputException(
                    Kind.VALUE,
                    List.of(new Problem(
                            pointer, "This run has no step " + step + " yet; 0 to " + newest + " are allowed.")));
        }
        return (int) step;
    }
}
