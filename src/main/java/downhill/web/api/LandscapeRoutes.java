package downhill.web.api;

import downhill.insight.Landscape;
import downhill.insight.Survey;
import downhill.json.LandscapeJson;
import downhill.live.LiveRun;
import downhill.live.Runs;
import downhill.live.work.TaskProgress;
import downhill.live.work.Workers;
import downhill.train.history.ParameterPath;
import downhill.web.http.EventStream;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The route of the landscape: one answer, or the same coarse to fine as events. The survey is made by a worker from a copy
 * of the run; when the viewer of a stream has gone, it is stopped.
 */
public final class LandscapeRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(LandscapeRoutes.class);
    private static final byte[] NOTHING = {'{', '}'};

    /** The silence after which a heartbeat shows whether the viewer is still there. */
    private static final long HEARTBEAT_MS = 250;

    private final Runs runs;

    public LandscapeRoutes(Runs runs) {
        this.runs = runs;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/api/runs/{id}/landscape", this::landscape);
    }

    private void landscape(Context ctx) throws InterruptedException {
        LiveRun run = Requests.run(ctx, runs);
        Requests.allowQuery(ctx, LandscapeQuery.PARAMETERS);
        Survey.Request request = LandscapeQuery.read(ctx);
        int newest = run.read(h -> h.step());
        int step = Requests.whole(ctx, "step", 0, newest).orElse(newest);
        try (var _ = run.memory().survey()) {
            ParameterPath path = run.read(h -> h.parameterPath(step));
            if (EventStream.isWanted(ctx)) {
                stream(ctx, run.origin().share(run.id()), path, request);
            } else {
                Responses.json(
                        ctx,
                        runs.workers()
                                .call(
                                        run.origin().share(run.id()),
                                        () -> LandscapeJson.write(
                                                Survey.of(path, request, runs.surveyors(), TaskProgress.watch())
                                                        .whole())));
            }
        }
    }

    /** Streams landscapes; a mistake before the first one is still answered with a problem document. */
    private void stream(Context ctx, String share, ParameterPath path, Survey.Request request)
            throws InterruptedException {
        BlockingQueue<Optional<Landscape>> found = new LinkedBlockingQueue<>();
        Future<Boolean> work = runs.workers().start(share, () -> {
            try {
                Survey.of(path, request, runs.surveyors(), TaskProgress.watch())
                        .coarseToFine(landscape -> found.add(Optional.of(landscape)));
                return true;
            } finally {
                found.add(Optional.empty());
            }
        });
        try {
            Optional<Landscape> first = found.poll(HEARTBEAT_MS, TimeUnit.MILLISECONDS);
            while (first == null) {
                if (work.isCancelled()) {
                    throw new InterruptedException("the work was stopped");
                }
                first = found.poll(HEARTBEAT_MS, TimeUnit.MILLISECONDS);
            }
            if (first.isEmpty()) {
                work.get();
            }
            send(ctx, first, found);
        } catch (IOException e) {
            LOG.debug("The viewer of a landscape left", e);
        } catch (ExecutionException e) {
            throw Workers.failure(e.getCause());
        } finally {
            work.cancel(true);
        }
    }

    /** Sends one landscape after the other until there is an empty one; an exception says that nobody reads any more. */
    private static void send(Context ctx, Optional<Landscape> first, BlockingQueue<Optional<Landscape>> found)
            throws IOException, InterruptedException {
        EventStream out = EventStream.open(ctx);
        Optional<Landscape> next = first;
        while (next.isPresent()) {
            out.send("landscape", LandscapeJson.write(next.get()));
            next = found.poll(HEARTBEAT_MS, TimeUnit.MILLISECONDS);
            while (next == null) {
                out.heartbeat();
                next = found.poll(HEARTBEAT_MS, TimeUnit.MILLISECONDS);
            }
        }
        out.send("end", NOTHING);
    }
}
