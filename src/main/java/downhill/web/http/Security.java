package downhill.web.http;

import io.javalin.http.Context;
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
        ctx.header("Content-Security-Policy", POLICY.replace("frame-ancestors 'none'", "frame-ancestors *"));
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
