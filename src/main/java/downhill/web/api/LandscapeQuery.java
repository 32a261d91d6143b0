package downhill.web.api;

import downhill.insight.Directions;
import downhill.insight.Survey;
import downhill.json.form.BadInputException;
import downhill.json.form.BadInputException.Kind;
import downhill.net.Parameter.Weight;
import downhill.train.spec.Problem;
import downhill.web.http.Requests;
import io.javalin.http.Context;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which landscape a query asks for: {@code directions=weights:0.0.1,1.0.0|random|path}, {@code span}, {@code size}. */
public final class LandscapeQuery {
    static final Set<String> PARAMETERS = Set.of("step", "directions", "span", "size", "coarser");

    private static final int STANDARD_SIZE = 61;
    private static final int MOST_SIZE = 201;
    private static final Pattern WEIGHTS =
            Pattern.compile("weights:(\\d{1,7})\\.(\\d{1,7})\\.(\\d{1,7}),(\\d{1,7})\\.(\\d{1,7})\\.(\\d{1,7})");

    private LandscapeQuery() {}

    static Survey.Request read(Context ctx) {
        String directions = ctx.queryParam("directions");
        return new Survey.Request(
                directions == null ? new Directions.Random() : directions(directions),
                Requests.number(ctx, "span", 1e-9, 1e6).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                Requests.whole(ctx, "size", 3, MOST_SIZE).orElse(STANDARD_SIZE),
                Requests.choice(ctx, "coarser", List.of("true", "false"))
                        .map(Boolean::valueOf)
                        .orElse(false));
    }

    /** The directions of a text; BadInputException if it names none. */
    public static Directions directions(String text) {
        if (text.equals("random")) {
            return new Directions.Random();
        }
        if (text.equals("path")) {
            return new Directions.Path();
        }
        Matcher weights = WEIGHTS.matcher(text);
        if (!weights.matches()) {
            throw bad("\"random\", \"path\" or two weights, as in \"weights:0.0.1,1.0.0\", are expected.");
        }
        var chosen = new Directions.Weights(place(weights, 1), place(weights, 4));
        if (chosen.first().equals(chosen.second())) {
            throw bad("Two different weights are needed to span a plane.");
        }
        return chosen;
    }

    private static Weight place(Matcher weights, int group) {
        return new Weight(
                Integer.parseInt(weights.group(group)),
                Integer.parseInt(weights.group(group + 1)),
                Integer.parseInt(weights.group(group + 2)));
    }

    private static BadInputException bad(String detail) {
        return new BadInputException(Kind.VALUE, List.of(new Problem("?directions", detail)));
    }
}
