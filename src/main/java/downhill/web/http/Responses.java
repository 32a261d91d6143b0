package downhill.web.http;

import io.javalin.http.Context;

/** Writes answers. */
public final class Responses {
    private Responses() {}

    /** Answers with a JSON document, in UTF-8. */
    public static void json(Context ctx, byte[] body) {
        ctx.contentType("application/json").result(body);
    }
}
