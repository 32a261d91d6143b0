package downhill.web.page;

import downhill.live.ServerLimits;
import downhill.web.http.Responses;
import gg.jte.generated.precompiled.Templates;
import io.javalin.config.RoutesConfig;

/** The page that says what is kept of a visitor, with the times of this server's limits. */
public final class PrivacyPage {
    private final Templates templates;
    private final Layouts layouts;
    private final ServerLimits limits;

    public PrivacyPage(Templates templates, Layouts layouts, ServerLimits limits) {
        this.templates = templates;
        this.layouts = layouts;
        this.limits = limits;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/privacy", ctx -> {
            Layout layout = layouts.of(ctx, "Privacy", "What the server and your browser keep, and for how long.");
            Responses.html(
                    ctx,
                    templates.privacy(
                            layout,
                            limits.keep().toDays(),
                            limits.forget().toHours(),
                            limits.keepClass().toDays()));
        });
    }
}
