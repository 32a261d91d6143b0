package downhill.web.http;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.MDC;

/**
 * Gives each request an id. Its answer and every line that is logged for it have this id. A request keeps an id that a proxy gave it, or the server that
 * passed it on.
 */
public final class RequestIds extends Handler.Wrapper {
    static final String HEADER = "X-Request-Id";

    /** The name of the id in the log. */
    static final String KEY = "request";

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_-]{8,64}");

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String given = request.getHeaders().get(HEADER);
        String id = given != null && ALLOWED.matcher(given).matches() ? given : fresh();
        response.getHeaders().put(HEADER, id);
        MDC.put(KEY, id);
        try {
            return super.handle(new Named(request, id), response, callback);
        } finally {
            MDC.remove(KEY);
        }
    }

    /** A new id. Nobody has to guess it, so it need not be secret. */
    private static String fresh() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    /** The id of the request that this thread answers; empty if there is none. */
    static String current() {
        String id = MDC.get(KEY);
        return id == null ? "" : id;
    }

    /** A request that has its id, so that it goes on with it to another server. */
    private static final class Named extends Request.Wrapper {
        private final HttpFields headers;

        Named(Request request, String id) {
            super(request);
            this.headers = HttpFields.build(request.getHeaders()).put(HEADER, id);
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }
    }
}
