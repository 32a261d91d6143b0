package downhill.web.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.util.Set;

/**
 * Refuses requests that a page of another site makes a visitor's browser send, unless they only read. Browsers say where a request
 * comes from, by Sec-Fetch-Site or by Origin; other clients say neither, and act for nobody but themselves. A figure in a sandboxed
 * frame acts by a token of its own ({@link SandboxedFrames}).
 */
public final class CrossSite {
    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    /** The page itself, a frame of this site in a page of another one, or nobody's page at all. */
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final Set<String> open;

    /**
     * Refuses all but the requests to some paths.
     *
     * @param open the paths below the place where the app is mounted to which other sites send forms; what comes there must prove itself
     */
    public CrossSite(Set<String> open) {
        this.open = Set.copyOf(open);
    }

    /** Refuses the request, or lets it pass. */
    public void refuse(Context ctx) {
        boolean isOpen = open.contains(ctx.path().substring(ctx.contextPath().length()));
        if (!READING.contains(ctx.method()) && !isOpen && isForeign(ctx) && !SandboxedFrames.mayChange(ctx)) {
            throw new HttpResponseException(
                    403,
                    "This request comes from a page of another site, so nothing was changed. If that page is one of this site,"
                            + " the proxy before this server must pass on the Host that the browser named.");
        }
    }

    private static boolean isForeign(Context ctx) {
        String site = ctx.header("Sec-Fetch-Site");
        if (site != null) {
            return !OWN.contains(site);
        }
        String origin = ctx.header("Origin");
        return origin != null && !authority(origin).equalsIgnoreCase(String.valueOf(ctx.host()));
    }

    /** The host and the port of an origin; empty for the origin "null" of a page that has none. */
    private static String authority(String origin) {
        int scheme = origin.indexOf("://");
        return scheme < 0 ? "" : origin.substring(scheme + "://".length());
    }
}
