package downhill.web.classroom;

import downhill.classroom.ShortText;
import downhill.json.form.BadInputException;
import downhill.json.form.BadInputException.Kind;
import downhill.train.spec.Problem;
import downhill.web.http.Requests;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** Reads the forms of a class. A field that cannot be used is named, with what is allowed in it. */
final class ClassForms {
    private ClassForms() {}

    /** A field that must be there. */
    static String text(Context ctx, String name) {
        return Optional.ofNullable(ctx.formParam(name))
                .orElseThrow(() -> bad(Kind.SHAPE, name, "The field \"" + name + "\" is missing."));
    }

    /** A line that others will read; nothing if it is empty. */
    static Optional<String> line(Context ctx, String name, int most) {
        String plain = ShortText.plain(Optional.ofNullable(ctx.formParam(name)).orElse(""));
        ShortText.problem(plain, most).ifPresent(problem -> {
            throw bad(Kind.VALUE, name, problem);
        });
        return plain.isEmpty() ? Optional.empty() : Optional.of(plain);
    }

    /** A whole number. */
    static int whole(Context ctx, String name, int low, int high) {
        String text = text(ctx, name);
        if (!text.matches("\\d{1,9}")) {
            throw bad(Kind.SHAPE, name, "A whole number is expected, not \"" + Requests.printable(text) + "\".");
        }
        int value = Integer.parseInt(text);
        if (value < low || value > high) {
            throw bad(Kind.VALUE, name, text + " is not allowed: it must be from " + low + " to " + high + ".");
        }
        return value;
    }

    static BadInputException bad(Kind kind, String name, String detail) {
        return new BadInputException(kind, List.of(new Problem("/" + name, detail)));
    }
}
