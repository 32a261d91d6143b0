package downhill.web.api;

import downhill.insight.Landscape;
import downhill.insight.Survey;
import downhill.json.LandscapeJson;
import downhill.live.LiveRun;
import downhill.live.Runs;
import downhill.live.Workers;
import downhill.train.history.ParameterPath;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
    private static final byte[] SIGN_OF_LIFE = ":\n\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = "event: end\ndata: {}\n\n".getBytes(StandardCharsets.UTF_8);

    /** So often it is tried whether the viewer is still there. */
    private static final long TRY_MILLISECONDS = 250;

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
        Survey.Wish wish = LandscapeQuery.read(ctx);
        int newest = run.read(h -> h.step());
        int step = Requests.whole(ctx, "step", 0, newest).orElse(newest);
        ParameterPath journey = run.read(h -> h.journey(step));
        String accept = ctx.header("Accept");
        if (accept != null && accept.contains("text/event-stream")) {
            stream(ctx, journey, wish);
        } else {
            Responses.json(
                    ctx,
                    runs.workers()
                            .call(() ->
                                    LandscapeJson.write(Survey.of(journey, wish, runs.surveyors(), Workers::checkpoint)
                                            .whole())));
        }
    }

    /** What goes wrong before the first landscape is still answered with a problem document. */
    private void stream(Context ctx, ParameterPath journey, Survey.Wish wish) throws InterruptedException {
        BlockingQueue<Optional<Landscape>> found = new LinkedBlockingQueue<>();
        Future<Boolean> work = runs.workers().start(() -> {
            try {
                Survey.of(journey, wish, runs.surveyors(), Workers::checkpoint)
                        .coarseToFine(landscape -> found.add(Optional.of(landscape)));
                return true;
            } finally {
                found.add(Optional.empty());
            }
        });
        try {
            Optional<Landscape> first = found.poll(TRY_MILLISECONDS, TimeUnit.MILLISECONDS);
            while (first == null) {
                if (work.isCancelled()) {
                    throw new InterruptedException("the work was stopped");
                }
                first = found.poll(TRY_MILLISECONDS, TimeUnit.MILLISECONDS);
            }
            if (first.isEmpty()) {
                work.get();
            }
            send(ctx.res(), first, found);
        } catch (IOException e) {
            LOG.debug("The viewer of a landscape left", e);
        } catch (ExecutionException e) {
            throw Workers.failure(e.getCause());
        } finally {
            work.cancel(true);
        }
    }

    /** Sends one landscape after the other until there is an empty one; an exception says that nobody reads any more. */
    private static void send(
            HttpServletResponse response, Optional<Landscape> first, BlockingQueue<Optional<Landscape>> found)
            throws IOException, InterruptedException {
        response.setStatus(200);
        response.setContentType("text/event-stream;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        OutputStream out = response.getOutputStream();
        Optional<Landscape> next = first;
        while (next.isPresent()) {
            out.write(event(next.get()));
            out.flush();
            next = found.poll(TRY_MILLISECONDS, TimeUnit.MILLISECONDS);
            while (next == null) {
                out.write(SIGN_OF_LIFE);
                out.flush();
                next = found.poll(TRY_MILLISECONDS, TimeUnit.MILLISECONDS);
            }
        }
        out.write(END);
        out.flush();
    }

    private static byte[] event(Landscape landscape) {
        String json = new String(LandscapeJson.write(landscape), StandardCharsets.UTF_8);
        return ("event: landscape\ndata: " + json + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}
