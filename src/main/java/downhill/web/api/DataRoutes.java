package downhill.web.api;

import downhill.data.Table;
import downhill.data.upload.UploadLimits;
import downhill.data.upload.UploadReader;
import downhill.json.RunJson;
import downhill.json.form.Json;
import downhill.live.Uploads;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.UploadedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The route that takes files to train on. */
public final class DataRoutes {
    private final UploadReader reader = new UploadReader(UploadLimits.STANDARD);
    private final Uploads uploads;

    public DataRoutes(Uploads uploads) {
        this.uploads = uploads;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/api/data", this::upload);
    }

    private void upload(Context ctx) throws IOException {
        Requests.allowQuery(ctx, Set.of());
        String type = ctx.contentType();
        String bare = type == null ? "" : type.toLowerCase(Locale.ROOT);
        if (bare.isEmpty() || bare.startsWith("application/json") || bare.startsWith("application/x-www-form")) {
            throw new HttpResponseException(
                    415,
                    "The file itself must be the body, as Content-Type: text/csv, application/octet-stream or application/gzip;"
                            + " or files are the parts of multipart/form-data.");
        }
        Table table = reader.read(
                bare.startsWith("multipart/") ? parts(ctx) : List.of(new ByteArrayInputStream(ctx.bodyAsBytes())));
        String id = uploads.add(table, Requests.visitor(ctx));
        ctx.status(201);
        Responses.json(ctx, Json.bytes(RunJson.uploaded(id, table)));
    }

    /** The files of a form, for example pictures and their labels. */
    private static List<InputStream> parts(Context ctx) {
        List<InputStream> files = new ArrayList<>();
        try {
            for (UploadedFile file : ctx.uploadedFiles()) {
                files.add(file.content());
            }
        } catch (Exception e) {
            ctx.header("Connection", "close");
            if (isTooLong(e)) {
                throw new HttpResponseException(413, "");
            }
            throw new HttpResponseException(
                    400, "The body is not well-formed multipart/form-data: each file must be a part with a file name.");
        }
        if (files.isEmpty()) {
            throw new HttpResponseException(400, "The form has no file: each file must be a part with a file name.");
        }
        return files;
    }

    /** Jetty has no type for it. */
    private static boolean isTooLong(Exception e) {
        return Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> String.valueOf(cause.getMessage()).startsWith("max length exceeded"));
    }
}
