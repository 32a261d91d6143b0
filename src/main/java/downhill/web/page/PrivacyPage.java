package downhill.web.page;

import downhill.live.ServerLimits;
import downhill.web.http.Responses;
import gg.jte.generated.precompiled.Templates;
import io.javalin.config.RoutesConfig;
import java.util.Optional;

/** The page that says what is kept of a visitor, with the times of this server's limits. */
public final class PrivacyPage {
    private final Templates templates;
    private final Layouts layouts;
    private final ServerLimits limits;
    private final Optional<PlatformTerms> platforms;

    /** The page of a server to which learning platforms may send learners, or none. */
    public PrivacyPage(Templates templates, Layouts layouts, ServerLimits limits, Optional<PlatformTerms> platforms) {
        this.templates = templates;
        this.layouts = layouts;
        this.limits = limits;
        this.platforms = platforms;
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
                            limits.keepClass().toDays(),
                            platforms));
        });
    }
}
