package downhill.web.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.regex.Pattern;

/**
 * Figures in a frame with {@code sandbox="allow-scripts"}. Such a page has no origin ("null"), so for its browser even this site is a foreign one: its
 * scripts read answers only where these headers allow it, and they have neither cookies nor storage.
 *
 * <p>Any page can make a frame without an origin, so everything here is open to everyone. That is safe, because the browser sends no cookie along: what
 * is read is what a program without a token reads, a run by its unguessable name. What changes something needs a token in the header
 * {@code Authorization}, which no form can send, and the browser asks before a script does ({@link CrossSite}). A frame gets a token of its own by
 * {@code POST /api/visitors}. It names a new visitor who has nothing yet, so nothing of the learner is within its reach; an address gets a
 * limited number of them, as it does by opening pages.
 */
public final class SandboxedFrames {
    private static final String NO_ORIGIN = "null";
    private static final String TOKENS = "/api/visitors";

    /** The addresses that an embedded figure asks: the interface, and those of its scene. */
    private static final Pattern ASKED =
            Pattern.compile("/api/.*|/lessons/[^/]+/runs/[^/]+|/lessons/[^/]+/[^/]+(/health(/telling)?)?");

    private static final String HEADERS = "Authorization, Content-Type, Last-Event-ID, HX-Boosted, HX-Current-URL,"
            + " HX-Request, HX-Target, HX-Trigger, HX-Trigger-Name";

    private SandboxedFrames() {}

    /** Lets a page without an origin read this answer; answers at once where its browser asks whether it may send a request. */
    public static void allow(Context ctx) {
        if (!isAsking(ctx)) {
            return;
        }
        ctx.header("Access-Control-Allow-Origin", NO_ORIGIN);
        ctx.header("Vary", "Origin");
        if (ctx.method().equals(HandlerType.OPTIONS) && ctx.header("Access-Control-Request-Method") != null) {
            ctx.header("Access-Control-Allow-Methods", "GET, POST, DELETE");
            ctx.header("Access-Control-Allow-Headers", HEADERS);
            ctx.header("Access-Control-Max-Age", "600");
            ctx.status(204).skipRemainingHandlers();
        }
    }

    /** Returns whether a page without an origin may change something by this request. */
    static boolean mayChange(Context ctx) {
        return isAsking(ctx) && (Requests.hasShownToken(ctx) || path(ctx).equals(TOKENS));
    }

    private static boolean isAsking(Context ctx) {
        return NO_ORIGIN.equals(ctx.header("Origin"))
                && ASKED.matcher(path(ctx)).matches();
    }

    private static String path(Context ctx) {
        return ctx.path().substring(ctx.contextPath().length());
    }
}
