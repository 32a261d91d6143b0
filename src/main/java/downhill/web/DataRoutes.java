package downhill.web;

import downhill.data.Table;
import downhill.data.upload.UploadLimits;
import downhill.data.upload.UploadReader;
import downhill.json.Json;
import downhill.json.RunJson;
import downhill.live.Uploads;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The route that takes files to train on. */
final class DataRoutes {
    private final UploadReader reader = new UploadReader(UploadLimits.STANDARD);
    private final Uploads uploads;

    DataRoutes(Uploads uploads) {
        this.uploads = uploads;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/api/data", this::upload);
    }

    private void upload(Context ctx) throws IOException {
        Requests.allowQuery(ctx, Set.of());
        String type = ctx.contentType();
        String bare = type == null ? "" : type.toLowerCase(Locale.ROOT);
        if (bare.isEmpty() || bare.startsWith("application/json") || bare.startsWith("application/x-www-form")) {
            throw new HttpResponseException(
                    415,
                    "The file itself must be the body, as Content-Type: text/csv, application/octet-stream or application/gzip.");
        }
        Table table = reader.read(List.of(new ByteArrayInputStream(ctx.bodyAsBytes())));
        String id = uploads.add(table, Requests.visitor(ctx));
        ctx.status(201);
        RunRoutes.json(ctx, Json.bytes(RunJson.uploaded(id, table)));
    }
}
