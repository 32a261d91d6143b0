package downhill.web.share;

import downhill.web.http.Responses;
import downhill.web.page.Layouts;
import gg.jte.generated.precompiled.Templates;
import io.javalin.config.RoutesConfig;

/** The page that a browser shows without a connection in place of one that it does not have. */
public final class OfflineRoutes {
    private final Templates templates;
    private final Layouts layouts;

    public OfflineRoutes(Templates templates, Layouts layouts) {
        this.templates = templates;
        this.layouts = layouts;
    }

    public void addTo(RoutesConfig routes) {
        routes.get(
                "/offline",
                ctx -> Responses.html(
                        ctx,
                        templates.offline(layouts.of(
                                ctx,
                                "No connection",
                                "Pages that can be read without a connection, and what needs one."))));
    }
}
