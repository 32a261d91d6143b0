package downhill.web.http;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A line of the log for each answered request: its method, its route, the status and the time. It names no address, no id and no visitor. Only the log for
 * machines shows these lines (DOWNHILL_LOG=json).
 */
public final class RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger("downhill.requests");

    private RequestLog() {}

    /** Notes an answer. A stream is noted when it ends. */
    public static void note(Context ctx, float milliseconds) {
        Endpoint route = ctx.endpoints().lastHttpEndpoint();
        LOG.atInfo()
                .addKeyValue("method", ctx.method().name())
                .addKeyValue("route", route == null ? "none" : route.path)
                .addKeyValue("status", ctx.statusCode())
                .addKeyValue("milliseconds", Math.round(milliseconds))
                .log("answered");
    }
}
