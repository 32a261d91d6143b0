package downhill.web.http;

import downhill.json.RunJson;
import downhill.live.Visitor;
import downhill.live.Visitors;
import downhill.live.work.BusyException;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.SameSite;
import java.util.Optional;

/**
 * Tells visitors apart. A browser gets a token with the first page that it opens, in a cookie that only this site reads; a program asks for one by
 * {@code POST /api/visitors} and sends it as {@code Authorization: Bearer}. All others behind one address count as one visitor.
 */
public final class VisitorTokens {
    private static final String COOKIE = "downhill-visitor";
    private static final String BEARER = "Bearer ";
    private static final int YEAR_SECONDS = 365 * 24 * 3600;

    private final Visitors visitors;
    private final ClientAddresses addresses;
    private final String path;

    /** Tells the visitors of a site apart that is mounted at a path. */
    public VisitorTokens(Visitors visitors, ClientAddresses addresses, String base) {
        this.visitors = visitors;
        this.addresses = addresses;
        this.path = base.isEmpty() ? "/" : base;
    }

    /** Finds out who asks, before anything else is done. */
    public void identify(Context ctx) {
        Optional<Visitor> byHeader = bearer(ctx).flatMap(visitors::find);
        if (byHeader.isPresent()) {
            Requests.setShownToken(ctx);
        }
        Optional<Visitor> known =
                byHeader.or(() -> Optional.ofNullable(ctx.cookie(COOKIE)).flatMap(visitors::find));
        if (known.isEmpty() && isPage(ctx)) {
            known = visitors.issue(addresses.of(ctx)).flatMap(token -> {
                ctx.cookie(cookie(token, addresses.isSecure(ctx)));
                return visitors.find(token);
            });
        }
        Requests.setVisitor(ctx, known.orElseGet(() -> visitors.behind(addresses.of(ctx))));
    }

    private Cookie cookie(String token, boolean secure) {
        return new Cookie(COOKIE, token, path, YEAR_SECONDS, secure, true, null, SameSite.LAX);
    }

    private static Optional<String> bearer(Context ctx) {
        return Optional.ofNullable(ctx.header("Authorization"))
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()).strip());
    }

    /** Returns whether a browser opens a page. */
    private static boolean isPage(Context ctx) {
        String accepted = ctx.header("Accept");
        return ctx.method().equals(HandlerType.GET) && accepted != null && accepted.contains("text/html");
    }

    /** A new token for a program. */
    public void issue(Context ctx) {
        String token = visitors.issue(addresses.of(ctx))
                .orElseThrow(() ->
                        new BusyException("This address was given all its tokens of this hour. Try again later."));
        ctx.status(201);
        Responses.json(ctx, RunJson.token(token));
    }
}
