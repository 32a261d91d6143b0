package downhill.web.http;

import downhill.json.RunJson;
import downhill.json.form.Json;
import downhill.live.memory.Memory;
import downhill.live.work.FullException;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Gives each request its {@link RequestRoom}, and takes the memory of its body before any of it is read. Too many large bodies at
 * once are refused instead of filling the heap.
 */
public final class RoomHandler extends Handler.Wrapper {
    /** Shorter bodies are not counted. */
    private static final long SMALL = 64 << 10;

    /** The memory of a body in its length: the body itself, its parts as a tree, and what is made of them. */
    private static final int FACTOR = 8;

    private final Memory memory;
    private final long longest;

    /**
     * Takes memory for bodies.
     *
     * @param longest the length of the longest body that is accepted; a body of unknown length is taken to be as long
     */
    public RoomHandler(Memory memory, long longest) {
        this.memory = memory;
        this.longest = longest;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var room = new RequestRoom(memory);
        request.setAttribute(RequestRoom.NAME, room);
        Request.addCompletionListener(request, failure -> room.close());
        long length = length(request);
        if (length > SMALL) {
            try {
                room.hold(memory.forBody(FACTOR * Math.min(length, longest)));
            } catch (FullException e) {
                refuse(request, response, callback, e);
                return true;
            }
        }
        return super.handle(request, response, callback);
    }

    private long length(Request request) {
        boolean isUnknown = request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
        return isUnknown ? longest : request.getLength();
    }

    /** Reads the body to its end without keeping it, since clients listen when they have sent it all. */
    private void refuse(Request request, Response response, Callback callback, FullException e) {
        if (length(request) > longest) {
            answer(response, callback, e);
        } else {
            Content.Source.consumeAll(request, Callback.from(() -> answer(response, callback, e), callback::failed));
        }
    }

    private static void answer(Response response, Callback callback, FullException e) {
        int status = HttpStatus.SERVICE_UNAVAILABLE_503;
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        response.getHeaders().put(HttpHeader.RETRY_AFTER, Errors.RETRY_SECONDS);
        byte[] problem = Json.bytes(RunJson.problem(status, "Server full", String.valueOf(e.getMessage()), List.of()));
        response.write(true, ByteBuffer.wrap(problem), callback);
    }
}
