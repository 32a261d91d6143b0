package downhill.web.api;

import downhill.json.ApiDescription;
import downhill.web.http.Responses;
import downhill.web.page.Layout;
import downhill.web.page.Layouts;
import gg.jte.generated.precompiled.Templates;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The interface's description of itself: the document for programs, and a page of it for people. */
public final class ApiRoutes {
    private final Templates templates;
    private final Layouts layouts;
    private final byte[] document = ApiDescription.withNames(document());
    private final ApiDescription description = ApiDescription.read(document);

    public ApiRoutes(Templates templates, Layouts layouts) {
        this.templates = templates;
        this.layouts = layouts;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/api", this::page);
        routes.get("/api/openapi.json", ctx -> Responses.json(ctx, document));
    }

    private static byte[] document() {
        try (InputStream in = ApiRoutes.class.getResourceAsStream("openapi.json")) {
            return java.util.Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void page(Context ctx) {
        Layout layout = layouts.of(
                ctx,
                "The interface",
                "Everything that the pages show is available over HTTP, for a notebook or a script.");
        Responses.html(
                ctx,
                templates.api(
                        layout, layout.sharing().site().orElse("http://localhost:7070" + layout.base()), description));
    }
}
