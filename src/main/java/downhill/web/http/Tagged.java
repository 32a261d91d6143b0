package downhill.web.http;

import io.javalin.http.Context;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.jetty.http.HttpStatus;

/** A document with a tag of its content (RFC 9110, section 8.8.3): a browser that has it already gets no second one. */
public final class Tagged {
    private static final int TAG_BYTES = 12;

    private final byte[] body;
    private final String tag;

    private Tagged(byte[] body, String tag) {
        this.body = body;
        this.tag = tag;
    }

    /** Returns a document with its tag. */
    public static Tagged of(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return new Tagged(body, "\"" + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + "\"");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java always has SHA-256.", e);
        }
    }

    /**
     * Answers with the document, or says that the browser has it already.
     *
     * @param caching the value of {@code Cache-Control}
     */
    public void send(Context ctx, String type, String caching) {
        ctx.header("Cache-Control", caching);
        ctx.header("ETag", tag);
        if (tag.equals(ctx.header("If-None-Match"))) {
            ctx.status(HttpStatus.NOT_MODIFIED_304);
        } else {
            Responses.send(ctx, type, body);
        }
    }
}
