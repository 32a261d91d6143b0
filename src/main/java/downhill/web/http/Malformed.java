package downhill.web.http;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.EOFException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;

/** Requests whose form is broken: in the address or a header, where they are refused, or in the body, where reading it fails. */
final class Malformed {
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern BOUNDARY =
            Pattern.compile(";\\s*boundary=(\"[^\"]{1,70}\"|[^\\s;\"]{1,70})\\s*(;|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([^;\"]*)", Pattern.CASE_INSENSITIVE);

    private Malformed() {}

    /** Refuses what no route can read. */
    static void refuse(Context ctx) {
        // Pages put up with anything after the question mark, which may come from elsewhere.
        String query = Requests.isInterface(ctx) ? Objects.requireNonNullElse(ctx.queryString(), "") : "";
        if (BROKEN_ESCAPE.matcher(ctx.req().getRequestURI() + "?" + query).find()) {
            throw new HttpResponseException(
                    400, "The address has a % that is not followed by two hexadecimal digits. Write a % as %25.");
        }
        String type = ctx.header("Content-Type");
        if (type != null) {
            refuse(type);
        }
    }

    private static void refuse(String type) {
        Matcher charset = CHARSET.matcher(type);
        if (charset.find() && !isKnown(charset.group(1).strip())) {
            throw new HttpResponseException(
                    415,
                    "The charset in Content-Type is not known. Send the body in UTF-8, and name that charset or none.");
        }
        if (type.toLowerCase(Locale.ROOT).startsWith("multipart/")
                && !BOUNDARY.matcher(type).find()) {
            throw new HttpResponseException(
                    400,
                    "The Content-Type " + Requests.printable(type)
                            + " needs a boundary, which separates the parts of the body.");
        }
    }

    private static boolean isKnown(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The refusal of a body that could not be read, if that is why a route failed: the fault is the client's. */
    static Optional<HttpResponseException> body(Exception failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(Malformed::ofBody)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<HttpResponseException> ofBody(Throwable cause) {
        return Optional.ofNullable(
                switch (cause) {
                    case EofException e -> unfinished();
                    case EOFException e -> unfinished();
                    case HttpException e ->
                        new HttpResponseException(400, "The body is not in the form that its headers announce.");
                    case TimeoutException e ->
                        new HttpResponseException(408, "The body did not arrive in time. Send the request again.");
                    default -> null;
                });
    }

    private static HttpResponseException unfinished() {
        return new HttpResponseException(
                400, "The body ended too early: it is shorter than announced, or its chunks are not well-formed.");
    }
}
