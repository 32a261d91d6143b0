package downhill.web.node;

import downhill.live.lease.ElsewhereException;
import downhill.web.http.Errors;
import downhill.web.http.EventStream;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;

/**
 * Passes a request for a run to the server that has it, and that server's answer to the client, as it comes: streams too. So a client may ask any server, and
 * the balancer before them need not know where a run is. A request is passed on once.
 */
public final class Passing {
    private static final Duration CONNECTING = Duration.ofSeconds(2);
    private static final Duration ANSWERING = Duration.ofMinutes(2);
    private static final String MISDIRECTED = "misdirected";

    /** The attribute with the reason why an answer is not whole. */
    private static final String BROKEN = Passing.class.getName() + ".broken";

    /** The headers that belong to one connection (RFC 9110, section 7.6.1), and those that the client for the next one writes itself. */
    private static final Set<String> OWN_TO_EACH = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "host",
            "content-length",
            "expect",
            Seal.HEADER.toLowerCase(Locale.ROOT));

    private final Seal seal;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTING)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    /** Passes requests to servers that have this secret. */
    public Passing(byte[] secret) {
        this.seal = new Seal(secret);
    }

    /** Answers a request for a run that another server has. */
    public void pass(ElsewhereException elsewhere, Context ctx) {
        if (ctx.req().getAttribute(PassedHandler.NAME) != null) {
            ctx.header("Downhill-Answer", MISDIRECTED);
            Errors.tryAgain(ctx, elsewhere);
            return;
        }
        try {
            HttpResponse<InputStream> answer = client.send(request(elsewhere, ctx), BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.headers().firstValue("Downhill-Answer").isPresent()) {
                    // The run has moved on in the meantime.
                    tryAgain(elsewhere, ctx);
                } else {
                    write(answer, body, ctx);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            tryAgain(elsewhere, ctx);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            tryAgain(elsewhere, ctx);
        }
    }

    private HttpRequest request(ElsewhereException elsewhere, Context ctx) {
        String query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
        byte[] body = ctx.bodyAsBytes();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(elsewhere.address() + ctx.req().getRequestURI() + query))
                .timeout(ANSWERING)
                .method(
                        ctx.method().name(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        for (String name : Collections.list(ctx.req().getHeaderNames())) {
            if (!OWN_TO_EACH.contains(name.toLowerCase(Locale.ROOT))) {
                Collections.list(ctx.req().getHeaders(name)).forEach(value -> request.header(name, value));
            }
        }
        String host = ctx.header("Host") == null ? "" : String.valueOf(ctx.header("Host"));
        return request.header(Seal.HEADER, seal.write(new Seal.Passed(ctx.req().getRemoteAddr(), host)))
                .build();
    }

    private static void write(HttpResponse<InputStream> answer, InputStream body, Context ctx) throws IOException {
        HttpServletResponse response = ctx.res();
        response.setStatus(answer.statusCode());
        answer.headers().map().forEach((name, values) -> {
            if (!OWN_TO_EACH.contains(name.toLowerCase(Locale.ROOT))) {
                set(response, name, values);
            }
        });
        if (ctx.method().equals(HandlerType.HEAD)) {
            return;
        }
        OutputStream out = response.getOutputStream();
        byte[] piece = new byte[16 * 1024];
        try {
            response.flushBuffer();
            for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
                out.write(piece, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // One of the two is gone. A client that is still there sees that the answer is not whole, and connects
            // again.
            ctx.req().setAttribute(BROKEN, e);
        }
    }

    private static void set(HttpServletResponse response, String name, List<String> values) {
        response.setHeader(name, values.getFirst());
        values.stream().skip(1).forEach(value -> response.addHeader(name, value));
    }

    /** Asks the client to come again. A browser's stream does so only after a stream that began well. */
    private static void tryAgain(ElsewhereException elsewhere, Context ctx) {
        if (!EventStream.isWanted(ctx)) {
            Errors.tryAgain(ctx, elsewhere);
            return;
        }
        try {
            EventStream.open(ctx).retry(Duration.ofSeconds(1));
        } catch (IOException e) {
            ctx.req().setAttribute(BROKEN, e);
        }
    }
}
