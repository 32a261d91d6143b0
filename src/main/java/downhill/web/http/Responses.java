package downhill.web.http;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;

/** Writes answers. */
public final class Responses {
    private Responses() {}

    /** Answers with a JSON document, in UTF-8. */
    public static void json(Context ctx, byte[] body) {
        send(ctx, "application/json", body);
    }

    /** Answers with a page or a fragment. */
    public static void html(Context ctx, JteModel page) {
        var output = new Utf8ByteOutput();
        page.render(output);
        ctx.contentType("text/html; charset=utf-8").result(output.toByteArray());
    }

    /** Answers with a document of some type. */
    public static void send(Context ctx, String type, byte[] body) {
        RequestRoom.holdAnswer(ctx, body.length);
        ctx.contentType(type).result(body);
    }
}
