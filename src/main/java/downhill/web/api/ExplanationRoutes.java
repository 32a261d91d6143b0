package downhill.web.api;

import downhill.insight.explanation.Quantity;
import downhill.json.ExplanationJson;
import downhill.json.form.BadInputException.Kind;
import downhill.live.LiveRun;
import downhill.live.Runs;
import downhill.net.Shape;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Explanations of a step's numbers: each with its formula and the further numbers in it. */
public final class ExplanationRoutes {
    private static final String NAMES = "of";
    private static final int MOST = 100;

    private final Runs runs;

    public ExplanationRoutes(Runs runs) {
        this.runs = runs;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/api/runs/{id}/explanations", this::explain);
    }

    private void explain(Context ctx) throws InterruptedException {
        LiveRun run = Requests.run(ctx, runs);
        Requests.allowQuery(ctx, Set.of("step", "example", NAMES));
        List<Quantity> quantities = quantities(ctx, NAMES, run);
        if (quantities.isEmpty()) {
            throw Requests.bad(Kind.SHAPE, NAMES, "Name at least one quantity, for example delta.1.0,z.0.1.");
        }
        int newest = run.read(h -> h.step());
        int step = Requests.whole(ctx, "step", 0, newest).orElse(newest);
        OptionalInt example = Requests.whole(ctx, "example", 0, run.data().size() - 1);
        byte[] json = runs.study(
                run, step, at -> ExplanationJson.write(at, example.orElseGet(() -> at.batch()[0]), quantities));
        Responses.json(ctx, json);
    }

    /** The quantities that a query names, with commas between them; none if it names none. */
    static List<Quantity> quantities(Context ctx, String parameter, LiveRun run) {
        String names = ctx.queryParam(parameter);
        if (names == null || names.isEmpty()) {
            return List.of();
        }
        String[] all = names.split(",", -1);
        if (all.length > MOST) {
            throw Requests.bad(
                    Kind.VALUE,
                    parameter,
                    "At most " + MOST + " quantities are explained at once; here are " + all.length + ".");
        }
        Shape shape = run.read(h -> h.newest().network().shape());
        return Arrays.stream(all).map(name -> quantity(parameter, name, shape)).toList();
    }

    private static Quantity quantity(String parameter, String name, Shape shape) {
        return Quantity.named(name, shape)
                .orElseThrow(() -> Requests.bad(
                        Kind.VALUE,
                        parameter,
                        "This network has no quantity \"" + Requests.printable(name)
                                + "\". Write its kind and its indices, for example delta.1.0, weight.0.1.0 or cost."));
    }
}
