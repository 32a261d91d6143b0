package downhill.web.http;

import downhill.json.form.BadInputException;
import downhill.json.form.BadInputException.Kind;
import downhill.live.LiveRun;
import downhill.live.Runs;
import downhill.live.Visitor;
import downhill.train.spec.Problem;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what a request says, strictly. */
public final class Requests {
    private static final String VISITOR = "downhill.visitor";
    private static final String TOKEN = "downhill.token";
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9.-]{1,253}(:\\d{1,5})?|\\[[0-9A-Fa-f:.]{2,45}](:\\d{1,5})?");

    private Requests() {}

    /** The run that the address names, by its id or its view, to be read. */
    public static LiveRun run(Context ctx, Runs runs) {
        return runs.read(name(ctx))
                .orElseThrow(() -> new NotFoundResponse("There is no run of this id; it may have been forgotten."));
    }

    /** The same run to be changed, which takes its id. */
    public static LiveRun drivenRun(Context ctx, Runs runs) {
        LiveRun run = run(ctx, runs);
        if (!run.id().equals(name(ctx))) {
            throw new ForbiddenResponse("This address only reads the run. To change it, use the run’s id;"
                    + " to go on from it, make a copy of your own by POST …/branches.");
        }
        return run;
    }

    /** The name of a run in the address: its id or its view. */
    public static String name(Context ctx) {
        return ctx.pathParam("id");
    }

    /** Returns whether the address belongs to the interface, not to a page. */
    static boolean isInterface(Context ctx) {
        return ctx.path().startsWith(ctx.contextPath() + "/api/");
    }

    /** The visitor who asks. */
    public static Visitor visitor(Context ctx) {
        return Objects.requireNonNull(ctx.<Visitor>attribute(VISITOR), "VisitorTokens identifies everyone first");
    }

    /** Notes who asks. */
    static void setVisitor(Context ctx, Visitor visitor) {
        ctx.attribute(VISITOR, visitor);
    }

    /** Returns whether the request has a visitor's token in its own header, where a browser puts none by itself. */
    static boolean hasShownToken(Context ctx) {
        return Boolean.TRUE.equals(ctx.attribute(TOKEN));
    }

    /** Notes that the request has a token in its header. */
    static void setShownToken(Context ctx) {
        ctx.attribute(TOKEN, true);
    }

    /** The host that the client named, if it can be one: nothing else may come into a page. */
    public static Optional<String> host(Context ctx) {
        return Optional.ofNullable(ctx.host()).filter(host -> HOST.matcher(host).matches());
    }

    /** The body, which must be declared as JSON. */
    public static byte[] json(Context ctx) {
        String type = ctx.contentType();
        if (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith("application/json")) {
            throw new HttpResponseException(415, "The body must be sent as Content-Type: application/json.");
        }
        return ctx.bodyAsBytes();
    }

    /** Refuses query parameters that the route does not know. */
    public static void allowQuery(Context ctx, Set<String> known) {
        for (String name : ctx.queryParamMap().keySet()) {
            if (!known.contains(name)) {
                throw bad(
                        Kind.SHAPE,
                        name,
                        "There is no query parameter \"" + printable(name) + "\" here; known are "
                                + String.join(", ", known.stream().sorted().toList()) + ".");
            }
        }
    }

    /** A whole number in the query. */
    public static OptionalInt whole(Context ctx, String name, int low, int high) {
        String text = ctx.queryParam(name);
        return text == null ? OptionalInt.empty() : OptionalInt.of(whole(name, text, low, high));
    }

    public static int whole(String name, String text, int low, int high) {
        try {
            long value = Long.parseLong(text);
            if (value < low || value > high) {
                throw bad(Kind.VALUE, name, text + " is not allowed: it must be from " + low + " to " + high + ".");
            }
            return (int) value;
        } catch (NumberFormatException e) {
            throw bad(Kind.SHAPE, name, "A whole number is expected, not \"" + printable(text) + "\".");
        }
    }

    /** A finite number in the query. */
    public static Optional<Double> number(Context ctx, String name, double low, double high) {
        return Optional.ofNullable(ctx.queryParam(name)).map(text -> number(name, text, low, high));
    }

    public static double number(String name, String text, double low, double high) {
        try {
            double value = Double.parseDouble(text);
            if (!(value >= low && value <= high)) {
                throw bad(
                        Kind.VALUE,
                        name,
                        printable(text) + " is not allowed: it must be from " + low + " to " + high + ".");
            }
            return value;
        } catch (NumberFormatException e) {
            throw bad(Kind.SHAPE, name, "A number is expected, not \"" + printable(text) + "\".");
        }
    }

    /** One of some words in the query. */
    public static Optional<String> choice(Context ctx, String name, List<String> allowed) {
        String text = ctx.queryParam(name);
        if (text != null && !allowed.contains(text)) {
            throw bad(
                    Kind.VALUE,
                    name,
                    "\"" + printable(text) + "\" is not known: allowed are " + String.join(", ", allowed) + ".");
        }
        return Optional.ofNullable(text);
    }

    public static String printable(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        return plain.length() > 40 ? plain.substring(0, 40) + "…" : plain;
    }

    public static BadInputException bad(Kind kind, String name, String detail) {
        return new BadInputException(kind, List.of(new Problem("?" + name, detail)));
    }
}
