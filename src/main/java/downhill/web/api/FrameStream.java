package downhill.web.api;

import downhill.live.LiveRun;
import downhill.live.watch.Delivery;
import downhill.live.watch.RunEvent;
import downhill.live.watch.Viewer;
import downhill.live.watch.WatchRequest;
import downhill.live.work.FullException;
import downhill.web.http.EventStream;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run's steps as server-sent events. The request's own virtual thread waits and writes, so a client that stops reading blocks
 * nobody else; the connection's idle timeout ends its thread.
 */
final class FrameStream {
    private static final Logger LOG = LoggerFactory.getLogger(FrameStream.class);

    private FrameStream() {}

    /** Serves until the run ends, the client leaves, or the server stops. */
    static void serve(Context ctx, LiveRun run, WatchRequest request) {
        try (Viewer viewer = run.watch(request)) {
            EventStream out = EventStream.open(ctx);
            boolean goesOn = true;
            while (goesOn) {
                goesOn = write(out, viewer.next());
            }
        } catch (IOException e) {
            LOG.debug("A viewer left", e);
        } catch (FullException e) {
            LOG.debug("A stream ends for lack of memory; browsers ask for it again");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes one delivery; false after the last. */
    private static boolean write(EventStream out, Delivery delivery) throws IOException {
        return switch (delivery) {
            case Delivery.Step(var frame) -> {
                out.send("frame", frame.step(), frame.json());
                yield true;
            }
            case Delivery.Event(var event) -> {
                out.send(event.name(), event.json().getBytes(StandardCharsets.UTF_8));
                yield !(event instanceof RunEvent.Ended);
            }
            case Delivery.Heartbeat() -> {
                out.heartbeat();
                yield true;
            }
            case Delivery.Lost() -> false;
        };
    }
}
