package downhill.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Map;

/** Serves the static files and the libraries. */
final class StaticFiles {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("txt", "text/plain; charset=utf-8"));

    private final Assets assets;
    private final Libraries libraries;

    StaticFiles(Assets assets, Libraries libraries) {
        this.assets = assets;
        this.libraries = libraries;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/assets/{version}/<path>", this::asset);
        routes.get("/lib/{name}/{version}/<path>", this::library);
        routes.get(
                "/favicon.ico",
                ctx -> send(ctx, assets.file("icons/favicon.ico").orElseThrow(NotFoundResponse::new), "ico"));
    }

    private void asset(Context ctx) {
        if (!ctx.pathParam("version").equals(assets.version())) {
            throw new NotFoundResponse();
        }
        String path = ctx.pathParam("path");
        byte[] bytes = assets.file(path).orElseThrow(NotFoundResponse::new);
        cache(ctx, assets.immutable());
        send(ctx, bytes, path);
    }

    private void library(Context ctx) {
        String path = ctx.pathParam("path");
        byte[] bytes = libraries
                .file(ctx.pathParam("name"), ctx.pathParam("version"), path)
                .orElseThrow(NotFoundResponse::new);
        cache(ctx, true);
        send(ctx, bytes, path);
    }

    private static void cache(Context ctx, boolean immutable) {
        ctx.header("Cache-Control", immutable ? "public, max-age=31536000, immutable" : "no-store");
    }

    private static void send(Context ctx, byte[] bytes, String path) {
        String ending = path.substring(path.lastIndexOf('.') + 1);
        ctx.header("Vary", "Accept-Encoding");
        ctx.contentType(TYPES.getOrDefault(ending, "application/octet-stream")).result(bytes);
    }
}
