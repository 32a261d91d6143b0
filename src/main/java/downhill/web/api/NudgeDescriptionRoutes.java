package downhill.web.api;

import downhill.insight.description.Description;
import downhill.insight.description.ProofDescription;
import downhill.insight.description.WiggleDescription;
import downhill.json.DescriptionJson;
import downhill.json.form.BadInputException;
import downhill.json.form.BadInputException.Kind;
import downhill.live.LiveRun;
import downhill.live.Runs;
import downhill.net.Parameter;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import downhill.train.step.Run;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** The route that describes the effect of changing one weight or bias: proved by a small change to both sides, or wiggled over a range. */
public final class NudgeDescriptionRoutes {
    private static final double LEAST = 1e-12;
    private static final double MOST = 1e6;

    private final Runs runs;

    public NudgeDescriptionRoutes(Runs runs) {
        this.runs = runs;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/api/runs/{id}/nudges/telling", this::nudged);
    }

    private void nudged(Context ctx) throws InterruptedException {
        LiveRun run = Requests.run(ctx, runs);
        Requests.allowQuery(ctx, Set.of("step", "weight", "bias", "by", "low", "high"));
        int step = DescriptionRoutes.shown(ctx, run);
        Parameter parameter = ParameterQuery.read(ctx, run)
                .orElseThrow(
                        () -> missing("weight", "A weight is needed, as in \"1.0.0\", or a bias, as in bias=1.0."));
        Function<Run, Description> describe = describing(ctx, parameter);
        byte[] json = runs.study(run, step, at -> DescriptionJson.write(at.step(), List.of(describe.apply(at))));
        Responses.json(ctx, json);
    }

    private static Function<Run, Description> describing(Context ctx, Parameter parameter) {
        String at = "?" + ParameterQuery.name(ctx);
        Optional<Double> by = Requests.number(ctx, "by", LEAST, MOST);
        Optional<Double> low = Requests.number(ctx, "low", -MOST, 0);
        Optional<Double> high = Requests.number(ctx, "high", 0, MOST);
        if (by.isPresent()) {
            return run -> named(at, () -> ProofDescription.of(run, parameter, by.get()));
        }
        if (low.isEmpty() && high.isEmpty()) {
            throw missing("by", "How far it is moved is needed: by, or low and high.");
        }
        return run -> named(at, () -> WiggleDescription.of(run, parameter, low.orElse(0.0), high.orElse(0.0)));
    }

    /** Turns a refusal into one that names this route's own parameter. */
    private static Description named(String at, Supplier<Description> describe) {
        try {
            return describe.get();
        } catch (RefusedException e) {
            throw new RefusedException(e.problems().stream()
                    .map(problem -> new Problem(problem.pointer().equals("/at") ? at : "?by", problem.detail()))
                    .toList());
        }
    }

    private static BadInputException missing(String parameter, String detail) {
        return new BadInputException(Kind.VALUE, List.of(new Problem("?" + parameter, detail)));
    }
}
