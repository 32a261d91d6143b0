package downhill.web.http;

import downhill.autodiff.ExpressionException;
import downhill.data.upload.UploadRefusedException;
import downhill.json.FaultJson;
import downhill.json.RunJson;
import downhill.json.form.BadInputException;
import downhill.json.form.Json;
import downhill.live.ConflictException;
import downhill.live.GoneException;
import downhill.live.archive.ArchiveException;
import downhill.live.work.BusyException;
import downhill.live.work.FullException;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every failure with a problem document (RFC 9457) that names the mistake, and nothing of the inside. */
public final class Errors {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    /** The pause after which a full server may have room again. */
    static final String RETRY_SECONDS = "10";

    private Errors() {}

    public static void addTo(RoutesConfig routes) {
        routes.before(Malformed::refuse);
        routes.exception(BadInputException.class, (e, ctx) -> bad(ctx, e));
        routes.exception(RefusedException.class, (e, ctx) -> problem(ctx, 422, "Not allowed", e.problems()));
        routes.exception(
                ExpressionException.class,
                (e, ctx) -> ctx.status(422)
                        .contentType("application/problem+json")
                        .result(Json.bytes(FaultJson.problem(422, "Not allowed", e))));
        routes.exception(ConflictException.class, (e, ctx) -> problem(ctx, 409, "Not possible now", said(e)));
        routes.exception(
                GoneException.class,
                (e, ctx) -> problem(ctx, 404, "Not found", "This run no longer exists. Create a new one."));
        routes.exception(ArchiveException.class, (e, ctx) -> {
            ctx.header("Retry-After", RETRY_SECONDS);
            problem(ctx, 503, "Not saved", said(e));
        });
        routes.exception(BusyException.class, (e, ctx) -> {
            int status = busy(ctx, e);
            problem(ctx, status, status == 503 ? "Server full" : "Too much at once", said(e));
        });
        routes.exception(UploadRefusedException.class, Errors::upload);
        routes.exception(HttpResponseException.class, Errors::http);
        routes.exception(InterruptedException.class, (e, ctx) -> {
            Thread.currentThread().interrupt();
            ctx.header("Retry-After", "5");
            problem(ctx, 503, "Stopping", "The server is stopping. Try again in a few seconds.");
        });
        routes.exception(
                Exception.class,
                (e, ctx) -> Malformed.body(e).ifPresentOrElse(refused -> unread(refused, ctx), () -> failure(e, ctx)));
    }

    /** Says when to try again: the server is full, or one visitor asks for too much at once. Answers the status. */
    public static int busy(Context ctx, BusyException e) {
        int status = e instanceof FullException ? 503 : 429;
        ctx.header("Retry-After", status == 503 ? RETRY_SECONDS : "30").status(status);
        return status;
    }

    /** Asks the client to come again in a second. */
    public static void tryAgain(Context ctx, Exception e) {
        ctx.header("Retry-After", "1");
        problem(ctx, 503, "Not here now", said(e));
    }

    private static void unread(HttpResponseException refused, Context ctx) {
        LOG.debug("{} {}: the body could not be read", ctx.method(), place(ctx));
        ctx.header("Connection", "close");
        http(refused, ctx);
    }

    private static void failure(Exception e, Context ctx) {
        LOG.error("{} {} failed", ctx.method(), place(ctx), e);
        problem(
                ctx,
                500,
                "Server error",
                "Something went wrong on the server. The error has been logged as " + RequestIds.current() + ".");
    }

    /** The address as a log may show it: by its route, since the id in it would let a reader of the log drive the run. */
    private static String place(Context ctx) {
        Endpoint route = ctx.endpoints().matchedHttpEndpoint();
        return route == null ? "an address without a route" : route.path;
    }

    private static String said(Exception e) {
        return String.valueOf(e.getMessage());
    }

    private static void bad(Context ctx, BadInputException e) {
        switch (e.kind()) {
            case SHAPE -> problem(ctx, 400, "Cannot be read", e.problems());
            case VALUE -> problem(ctx, 422, "Not allowed", e.problems());
        }
    }

    private static void upload(UploadRefusedException e, Context ctx) {
        String detail = said(e) + ".";
        switch (e.reason()) {
            case TOO_LARGE -> problem(ctx, 413, "Too large", detail);
            case UNKNOWN_FORMAT -> problem(ctx, 415, "Unknown kind of file", detail);
            case MALFORMED -> problem(ctx, 422, "Not allowed", detail);
        }
    }

    private static void http(HttpResponseException e, Context ctx) {
        switch (e.getStatus()) {
            case 404 -> problem(ctx, 404, "Not found", said(e, "There is nothing at this address."));
            case 405 -> {
                ctx.header("Allow", allowed(e));
                problem(ctx, 405, "Method not allowed", "This address does not accept " + ctx.method() + ".");
            }
            case 413 -> problem(ctx, 413, "Too large", "The body of this request is larger than the server accepts.");
            case 400 -> problem(ctx, 400, "Cannot be read", said(e));
            default -> problem(ctx, e.getStatus(), "Refused", said(e));
        }
    }

    /** The methods that an address accepts, as the router found them. */
    private static String allowed(HttpResponseException e) {
        return Arrays.stream(e.getDetails().getOrDefault("availableMethods", "").split(",", -1))
                .map(String::strip)
                .filter(method -> !method.isEmpty())
                .flatMap(method -> method.equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(method))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String said(HttpResponseException e, String byDefault) {
        String message = said(e);
        return message.endsWith(".") ? message : byDefault;
    }

    private static void problem(Context ctx, int status, String title, List<Problem> problems) {
        Problem first = problems.getFirst();
        String detail = first.pointer().isEmpty() ? first.detail() : first.pointer() + ": " + first.detail();
        write(ctx, status, title, detail, problems);
    }

    static void problem(Context ctx, int status, String title, String detail) {
        write(ctx, status, title, detail, List.of());
    }

    private static void write(Context ctx, int status, String title, String detail, List<Problem> problems) {
        ctx.status(status);
        if (isPage(ctx)) {
            ctx.contentType("text/html;charset=utf-8").result(page(ctx, title, detail));
        } else {
            ctx.contentType("application/problem+json")
                    .result(Json.bytes(RunJson.problem(status, title, detail, problems)));
        }
    }

    /** Tests whether a browser asks for a whole page, which a person will read. */
    private static boolean isPage(Context ctx) {
        String accept = ctx.header("Accept");
        return accept != null
                && accept.contains("text/html")
                && ctx.header("HX-Request") == null
                && !Requests.isInterface(ctx);
    }

    /** A plain page that needs no template, so that it comes when those fail too. */
    private static String page(Context ctx, String title, String detail) {
        return """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s · Downhill</title>
                <main>
                <h1>%s</h1>
                <p>%s</p>
                <p><a href="%s/lessons">Go to the lessons</a></p>
                </main>
                </html>
                """.formatted(escaped(title), escaped(title), escaped(detail), ctx.contextPath());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
