package downhill.web.playground;

import downhill.json.trial.DiagnosisJson;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** The route that finds the guide's cure for a trouble of a run, given its controls and the figures of its diagnosis. */
public final class CureRoutes {
    private static final double LARGEST_RATE = 1e300;

    public void addTo(RoutesConfig routes) {
        routes.get("/playground/cure", CureRoutes::cure);
    }

    private static void cure(Context ctx) {
        Optional<Remedy> remedy = of(name -> Optional.ofNullable(ctx.queryParam(name)));
        if (remedy.isPresent()) {
            Remedy found = remedy.get();
            Responses.json(ctx, DiagnosisJson.cure(found.label(), found.kind().word(), found.changes()));
        } else {
            ctx.status(204);
        }
    }

    /** The cure that a query asks for: {@code finding}, {@code rate}, {@code usualRate}, {@code bestStep}, and the controls. */
    static Optional<Remedy> of(Function<String, Optional<String>> parameter) {
        OptionalInt bestStep = parameter
                .apply("bestStep")
                .map(text -> OptionalInt.of(Requests.whole("bestStep", text, 0, Integer.MAX_VALUE)))
                .orElse(OptionalInt.empty());
        var figures = new Cures.Figures(rate(parameter, "rate"), rate(parameter, "usualRate"), bestStep);
        return Cures.of(parameter.apply("finding").orElse(""), PlaygroundForm.read(parameter), figures);
    }

    private static double rate(Function<String, Optional<String>> parameter, String name) {
        return Requests.number(name, parameter.apply(name).orElse(""), 0, LARGEST_RATE);
    }
}
