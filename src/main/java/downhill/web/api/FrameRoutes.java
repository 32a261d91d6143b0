package downhill.web.api;

import downhill.live.LiveRun;
import downhill.live.Runs;
import downhill.live.ServerLimits;
import downhill.live.watch.FrameText;
import downhill.live.watch.View;
import downhill.live.watch.WatchRequest;
import downhill.live.work.BusyException;
import downhill.web.http.EventStream;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The routes that show a run's steps: one frame, or the stream of them. */
public final class FrameRoutes {
    /** The number of parameters from which on a frame takes more than a few milliseconds. */
    private static final long LARGE = 20_000;

    private static final Set<String> ONE = Set.of("example", "detail", "neurons", "digits", "evaluate", "explain");
    private static final Set<String> MANY =
            Set.of("example", "detail", "neurons", "digits", "evaluate", "explain", "from", "every", "maxRate");

    private final Runs runs;
    private final long heartbeat;
    private final int viewersPerRun;

    public FrameRoutes(Runs runs, ServerLimits limits) {
        this.runs = runs;
        this.heartbeat = limits.heartbeat().toNanos();
        this.viewersPerRun = limits.viewersPerRun();
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/api/runs/{id}/frames", this::stream);
        routes.get("/api/runs/{id}/frames/{step}", this::one);
    }

    private void one(Context ctx) throws InterruptedException {
        LiveRun run = Requests.run(ctx, runs);
        Requests.allowQuery(ctx, ONE);
        int step = Requests.whole("step", ctx.pathParam("step"), 0, Integer.MAX_VALUE);
        View view = view(ctx, run);
        boolean isLarge = run.memory().footprint().parameters() > LARGE;
        // a large frame is written by a thread that computes: those that answer requests are few, and others need them
        Optional<FrameText> found = isLarge
                ? runs.workers().call(run.origin().share(run.id()), () -> run.frame(step, view))
                : run.frame(step, view);
        FrameText frame = found.orElseThrow(() -> new NotFoundResponse("This run has no step " + step + " yet."));
        Responses.json(ctx, frame.json());
    }

    private void stream(Context ctx) {
        if (!EventStream.isWanted(ctx)) {
            throw new HttpResponseException(
                    406, "This is a stream: ask for it with Accept: text/event-stream, or name one step.");
        }
        Optional<LiveRun> found = runs.read(Requests.name(ctx));
        if (found.isEmpty() && ctx.header("Last-Event-ID") != null) {
            ctx.status(204);
            return;
        }
        LiveRun run = found.orElseGet(() -> Requests.run(ctx, runs));
        Requests.allowQuery(ctx, MANY);
        WatchRequest request = request(ctx, run);
        refuseCrowd(run);
        FrameStream.serve(ctx, run, request);
    }

    /** Refuses one viewer too many of a run that somebody made; those that the server makes for everybody have no such limit. */
    private void refuseCrowd(LiveRun run) {
        if (!run.origin().shared() && run.viewers() >= viewersPerRun) {
            throw new BusyException("This run is watched by " + run.viewers()
                    + " viewers, and no more are allowed. Close a page that shows it, or try again later.");
        }
    }

    private WatchRequest request(Context ctx, LiveRun run) {
        return new WatchRequest(
                view(ctx, run),
                from(ctx),
                Requests.whole(ctx, "every", 1, 1_000_000).orElse(1),
                Requests.number(ctx, "maxRate", 0.01, 1000).orElse(0.0),
                heartbeat);
    }

    private static OptionalInt from(Context ctx) {
        String last = ctx.header("Last-Event-ID");
        return last == null || last.isEmpty()
                ? Requests.whole(ctx, "from", -1, Integer.MAX_VALUE)
                : OptionalInt.of(Requests.whole("Last-Event-ID", last, -1, Integer.MAX_VALUE));
    }

    private static View view(Context ctx, LiveRun run) {
        int examples = run.data().size();
        OptionalInt example = Requests.whole(ctx, "example", 0, examples - 1);
        boolean full = Requests.choice(ctx, "detail", List.of("full", "summary"))
                .map(detail -> detail.equals("full"))
                .orElseGet(() -> run.read(View::exact).full());
        List<List<Integer>> neurons = NeuronList.of(ctx, run);
        int digits = Requests.whole(ctx, "digits", 1, 17).orElse(0);
        boolean evaluate = Requests.choice(ctx, "evaluate", List.of("true", "false"))
                .map(Boolean::parseBoolean)
                .orElse(false);
        return new View(
                example,
                full,
                full ? List.of() : neurons,
                digits,
                evaluate,
                ExplanationRoutes.quantities(ctx, "explain", run));
    }
}
