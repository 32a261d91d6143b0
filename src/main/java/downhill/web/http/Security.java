package downhill.web.http;

import io.javalin.http.Context;

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
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    private Security() {}

    /** Lets this answer be shown in a frame of any other page. */
    public static void allowFraming(Context ctx) {
        ctx.header("Content-Security-Policy", POLICY.replace("frame-ancestors 'none'", "frame-ancestors *"));
    }

    public static void headers(Context ctx) {
        ctx.header("X-Content-Type-Options", "nosniff");
        if (isStatic(ctx)) {
            ctx.header("Cross-Origin-Resource-Policy", "cross-origin");
            ctx.header("Access-Control-Allow-Origin", "*");
            return;
        }
        ctx.header("Cross-Origin-Resource-Policy", "same-origin");
        ctx.header("Cache-Control", "no-store");
        ctx.header("Content-Security-Policy", POLICY);
        ctx.header("Referrer-Policy", "strict-origin-when-cross-origin");
        ctx.header("Cross-Origin-Opener-Policy", "same-origin");
        ctx.header(
                "Permissions-Policy",
                "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()");
    }

    /**
     * Styles, scripts, fonts and pictures are no documents: what a document may do is not theirs to say. They are the same for everyone, and a page in a
     * sandboxed frame, which has no origin, needs them too, so every page may load them.
     */
    private static boolean isStatic(Context ctx) {
        return ctx.path().startsWith(ctx.contextPath() + "/assets/")
                || ctx.path().startsWith(ctx.contextPath() + "/lib/");
    }
}
