package downhill.web.http;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * An answer as server-sent events, after the HTML standard, "Server-sent events": the only place that writes them. Each event is
 * sent at once. An exception says that nobody reads any more.
 */
public final class EventStream {
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END_OF_EVENT = "\n\n".getBytes(StandardCharsets.UTF_8);

    private final OutputStream out;

    private EventStream(OutputStream out) {
        this.out = out;
    }

    /** Returns whether the client asks for events rather than for one answer. */
    public static boolean isWanted(Context ctx) {
        String accept = ctx.header("Accept");
        return accept != null && accept.contains("text/event-stream");
    }

    /** Begins the answer; from here on there is no other status. */
    public static EventStream open(Context ctx) throws IOException {
        HttpServletResponse response = ctx.res();
        response.setStatus(200);
        response.setContentType("text/event-stream;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        response.flushBuffer();
        return new EventStream(response.getOutputStream());
    }

    /**
     * Sends an event.
     *
     * @param json its data in UTF-8, without line breaks
     */
    public void send(String name, byte[] json) throws IOException {
        write("event: " + name + "\ndata: ", json);
    }

    /** Sends an event with an id, which a client that comes back names in {@code Last-Event-ID}. */
    public void send(String name, int id, byte[] json) throws IOException {
        write("event: " + name + "\nid: " + id + "\ndata: ", json);
    }

    /** Sends a comment, so that neither side takes the connection for dead. */
    public void heartbeat() throws IOException {
        out.write(HEARTBEAT);
        out.flush();
    }

    /** Says after which time to connect again once the stream has ended. */
    public void retry(Duration pause) throws IOException {
        out.write(("retry: " + pause.toMillis() + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void write(String head, byte[] json) throws IOException {
        out.write(head.getBytes(StandardCharsets.UTF_8));
        out.write(json);
        out.write(END_OF_EVENT);
        out.flush();
    }
}
