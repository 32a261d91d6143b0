package downhill.web.page;

import downhill.json.StageJson;
import downhill.live.LiveRun;
import downhill.live.RunId;
import downhill.live.Runs;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs that a page makes for one visitor, when that visitor changes something in a run that all share. */
public final class OwnRuns {
    private OwnRuns() {}

    /** Branches off the shared run at the step that the request names, and answers with the branch's frames. */
    public static void branch(Context ctx, Runs runs, Supplier<LiveRun> shared, int mostSteps)
            throws InterruptedException {
        int step = StageJson.step(Requests.json(ctx), mostSteps);
        LiveRun run = shared.get();
        answer(ctx, runs.branch(run, RunId.view(run), step, Optional.empty(), Requests.visitor(ctx)));
    }

    /** Answers with the address of a new run's frames. */
    public static void answer(Context ctx, LiveRun run) {
        ctx.status(201);
        Responses.json(ctx, StageJson.frames(ctx.contextPath() + "/api/runs/" + run.id() + "/frames"));
    }
}
