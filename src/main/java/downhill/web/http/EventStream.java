package downhill.web.http;

import downhill.live.LiveRun;
import downhill.live.RunEvent;
import downhill.live.Viewer;
import downhill.live.Viewer.Delivery;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a run's steps as server-sent events. The request's own virtual thread waits and writes, so a client that stops
 * reading blocks nobody else; the connection's idle timeout ends its thread.
 */
public final class EventStream {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END_OF_EVENT = "\n\n".getBytes(StandardCharsets.UTF_8);

    /** Serves until the run ends, the client leaves, or the server stops. */
    public void serve(Context ctx, LiveRun run, Viewer.Wish wish) {
        HttpServletResponse response = ctx.res();
        response.setStatus(200);
        response.setContentType("text/event-stream;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        try (Viewer viewer = run.watch(wish)) {
            OutputStream out = response.getOutputStream();
            response.flushBuffer();
            while (write(out, viewer.next())) {
                out.flush();
            }
            out.flush();
        } catch (IOException e) {
            LOG.debug("A viewer left", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes one delivery; false after the last. */
    private static boolean write(OutputStream out, Delivery delivery) throws IOException {
        return switch (delivery) {
            case Delivery.Step(var frame) -> {
                out.write(("event: frame\nid: " + frame.step() + "\ndata: ").getBytes(StandardCharsets.UTF_8));
                out.write(frame.json());
                out.write(END_OF_EVENT);
                yield true;
            }
            case Delivery.Event(var event) -> {
                String text = "event: " + event.name() + "\ndata: " + event.json() + "\n\n";
                out.write(text.getBytes(StandardCharsets.UTF_8));
                yield !(event instanceof RunEvent.Ended);
            }
            case Delivery.Heartbeat() -> {
                out.write(HEARTBEAT);
                yield true;
            }
            case Delivery.Lost() -> false;
        };
    }
}
