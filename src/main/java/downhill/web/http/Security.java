package downhill.web.http;

import io.javalin.http.Context;
import java.util.Collection;
import java.util.Set;
import java.util.function.BiConsumer;

/** The headers that keep a page to itself: nothing inline, nothing from elsewhere, no powers it does not use. */
public final class Security {
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    private Security() {}

    /** Lets this answer be shown in a frame of any other page. */
    public static void allowFraming(Context ctx) {
        allowFraming(ctx, Set.of("*"));
    }

    /** Lets this answer be shown in a frame of a page from these origins. */
    public static void allowFraming(Context ctx, Collection<String> origins) {
        replace(ctx, "frame-ancestors 'none'", "frame-ancestors " + String.join(" ", origins));
    }

    /** Lets a form of this page be sent to these origins. */
    public static void allowForm(Context ctx, Collection<String> origins) {
        replace(ctx, "form-action 'self'", "form-action 'self' " + String.join(" ", origins));
    }

    /** Replaces a part of the answer's policy. */
    private static void replace(Context ctx, String part, String by) {
        String policy = String.valueOf(ctx.res().getHeader("Content-Security-Policy"));
        ctx.header("Content-Security-Policy", (policy.contains(part) ? policy : POLICY).replace(part, by));
    }

    public static void headers(Context ctx) {
        put(ctx::header);
        if (isStatic(ctx)) {
            ctx.header("Cross-Origin-Resource-Policy", "cross-origin");
            ctx.header("Access-Control-Allow-Origin", "*");
        }
    }

    /** Puts the headers that every answer has; routes may replace some of them. */
    static void put(BiConsumer<String, String> header) {
        header.accept("X-Content-Type-Options", "nosniff");
        header.accept("Cross-Origin-Resource-Policy", "same-origin");
        header.accept("Cache-Control", "no-store");
        header.accept("Content-Security-Policy", POLICY);
        header.accept("Referrer-Policy", "strict-origin-when-cross-origin");
        header.accept("Cross-Origin-Opener-Policy", "same-origin");
        header.accept(
                "Permissions-Policy",
                "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()");
    }

    /**
     * Styles, scripts, fonts and pictures. They are the same for everyone, and a page in a sandboxed frame, which has no origin, needs them too, so
     * every page may load them.
     */
    private static boolean isStatic(Context ctx) {
        return ctx.path().startsWith(ctx.contextPath() + "/assets/")
                || ctx.path().startsWith(ctx.contextPath() + "/lib/");
    }
}
