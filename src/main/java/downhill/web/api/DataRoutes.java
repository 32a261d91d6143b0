package downhill.web.api;

import downhill.data.Table;
import downhill.data.upload.CsvChoice;
import downhill.data.upload.UploadLimits;
import downhill.data.upload.UploadReader;
import downhill.json.form.Json;
import downhill.json.table.TableJson;
import downhill.live.Uploads;
import downhill.live.memory.Memory;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.UploadedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The routes that take files to train on, or to look at. */
public final class DataRoutes {
    /** The most bytes that a packed byte becomes (RFC 1951). */
    private static final long MOST_UNPACKED = 1032;

    /** The factor for memory while a file is unpacked: it is there twice. */
    private static final long UNPACKING = 2;

    private final UploadReader reader = new UploadReader(UploadLimits.STANDARD);
    private final Uploads uploads;
    private final Memory memory;

    public DataRoutes(Uploads uploads, Memory memory) {
        this.uploads = uploads;
        this.memory = memory;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/api/data", this::upload);
        routes.post("/api/data/preview", this::preview);
    }

    private void upload(Context ctx) throws IOException {
        Requests.allowQuery(ctx, Set.of("inputs", "targets", "scale"));
        var choice = new CsvChoice(columns(ctx, "inputs"), columns(ctx, "targets"), isTrue(ctx, "scale"));
        Table table = read(files(ctx), streams -> reader.read(choice, streams));
        String id = uploads.add(table, Requests.visitor(ctx));
        ctx.status(201);
        Responses.json(ctx, Json.bytes(TableJson.uploaded(id, table)));
    }

    private void preview(Context ctx) throws IOException {
        Requests.allowQuery(ctx, Set.of());
        Responses.json(ctx, Json.bytes(TableJson.preview(read(files(ctx), reader::preview))));
    }

    /** Columns in the query, as in {@code inputs=1,2}; none if it does not name any. */
    private static List<Integer> columns(Context ctx, String name) {
        String text = ctx.queryParam(name);
        if (text == null) {
            return List.of();
        }
        return Stream.of(text.split(",", -1))
                .map(column -> Requests.whole(name, column, 1, UploadLimits.STANDARD.columns()))
                .toList();
    }

    private static boolean isTrue(Context ctx, String name) {
        return Requests.choice(ctx, name, List.of("true", "false"))
                .filter("true"::equals)
                .isPresent();
    }

    private static List<byte[]> files(Context ctx) {
        String type = ctx.contentType();
        String bare = type == null ? "" : type.toLowerCase(Locale.ROOT);
        if (bare.isEmpty() || bare.startsWith("application/json") || bare.startsWith("application/x-www-form")) {
            throw new HttpResponseException(
                    415,
                    "The file itself must be the body, as Content-Type: text/csv, application/octet-stream or application/gzip;"
                            + " or files are the parts of multipart/form-data.");
        }
        return bare.startsWith("multipart/") ? parts(ctx) : List.of(ctx.bodyAsBytes());
    }

    /** A way to read files. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(List<ByteArrayInputStream> files) throws IOException;
    }

    private <T> T read(List<byte[]> files, Reading<T> reading) throws IOException {
        long packed = files.stream()
                .filter(UploadReader::isPacked)
                .mapToLong(file -> file.length)
                .sum();
        try (var _ = memory.forBody(UNPACKING * Math.min(UploadLimits.STANDARD.bytes(), MOST_UNPACKED * packed))) {
            return reading.of(files.stream().map(ByteArrayInputStream::new).toList());
        }
    }

    /** The files of a form, for example pictures and their labels. */
    private static List<byte[]> parts(Context ctx) {
        List<byte[]> files = new ArrayList<>();
        try {
            for (UploadedFile file : ctx.uploadedFiles()) {
                files.add(file.content().readAllBytes());
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
