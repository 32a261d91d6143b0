package downhill.web.assets;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Serves the static files and the libraries. */
public final class StaticFiles {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("webp", "image/webp"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("txt", "text/plain; charset=utf-8"));

    private static final Set<String> TEXTS = Set.of("js", "mjs", "css", "json", "svg", "txt");

    private final Assets assets;
    private final Libraries libraries;
    private final Compressed compressed = new Compressed();

    public StaticFiles(Assets assets, Libraries libraries) {
        this.assets = assets;
        this.libraries = libraries;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/assets/{version}/<path>", this::asset);
        routes.get("/lib/{name}/{version}/<path>", this::library);
        // A browser takes a service worker only from the top of what it serves.
        routes.get(
                "/worker.js",
                ctx -> send(ctx, assets.file("js/worker.js").orElseThrow(NotFoundResponse::new), "worker.js", false));
        routes.get(
                "/favicon.ico",
                ctx -> send(
                        ctx,
                        assets.file("icons/favicon.ico").orElseThrow(NotFoundResponse::new),
                        "favicon.ico",
                        false));
    }

    /** Compresses what pages are made of, so that nobody waits for it. */
    public void warmUp() {
        for (String path : assets.paths()) {
            if (path.endsWith(".js") || path.endsWith(".css")) {
                assets.file(path).ifPresent(bytes -> compressed.brotli(path, bytes, "br"));
            }
        }
    }

    private void asset(Context ctx) {
        if (!ctx.pathParam("version").equals(assets.version())) {
            throw new NotFoundResponse();
        }
        String path = ctx.pathParam("path");
        byte[] bytes = assets.file(path).orElseThrow(NotFoundResponse::new);
        send(ctx, bytes, path, assets.immutable());
    }

    private void library(Context ctx) {
        String name = ctx.pathParam("name");
        String path = ctx.pathParam("path");
        byte[] bytes = libraries.file(name, ctx.pathParam("version"), path).orElseThrow(NotFoundResponse::new);
        send(ctx, bytes, name + "/" + path, true);
    }

    private void send(Context ctx, byte[] bytes, String path, boolean immutable) {
        ctx.header("Cache-Control", immutable ? "public, max-age=31536000, immutable" : "no-store");
        ctx.header("Vary", "Accept-Encoding");
        String ending = path.substring(path.lastIndexOf('.') + 1);
        ctx.contentType(TYPES.getOrDefault(ending, "application/octet-stream"));
        String accepted = Optional.ofNullable(ctx.header("Accept-Encoding")).orElse("");
        Optional<byte[]> small =
                immutable && TEXTS.contains(ending) ? compressed.brotli(path, bytes, accepted) : Optional.empty();
        small.ifPresent(_ -> ctx.header("Content-Encoding", "br"));
        ctx.result(small.orElse(bytes));
    }
}
