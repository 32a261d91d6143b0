package downhill.web.playground.sweep;

import downhill.insight.sweep.SweepTrial;
import downhill.json.trial.SweepJson;
import downhill.live.Runs;
import downhill.live.work.TaskProgress;
import downhill.math.Watch;
import downhill.train.spec.RunSpec;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import downhill.web.playground.PlaygroundForm;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The route that trains the playground's network with several values of one setting: {@code over}, {@code values}, {@code steps}, and the controls. */
public final class SweepRoutes {
    private static final int USUAL_STEPS = 500;
    private static final int MOST_STEPS = 100_000;

    private final Runs runs;

    public SweepRoutes(Runs runs) {
        this.runs = runs;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/playground/sweep", this::sweep);
    }

    /** Trains one after the other, each in a turn of its own among everybody's work. All are read before the first one is trained. */
    private void sweep(Context ctx) throws InterruptedException {
        PlaygroundForm form = PlaygroundForm.read(name -> Optional.ofNullable(ctx.queryParam(name)));
        Sweep over = Sweep.named(parameter(ctx, "over"));
        List<String> values = Sweep.split(parameter(ctx, "values"));
        int steps = Requests.whole(ctx, "steps", 1, MOST_STEPS).orElse(USUAL_STEPS);
        List<PlaygroundForm> forms = over.forms(form, values);
        List<RunSpec> specs =
                forms.stream().map(one -> one.spec(one.giver(runs::read))).toList();
        List<SweepJson.Entry> entries = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            Watch watch = TaskProgress.watch().part(i, specs.size());
            SweepTrial trial =
                    runs.preview(specs.get(i), Requests.visitor(ctx), history -> SweepTrial.of(history, steps, watch));
            entries.add(new SweepJson.Entry(values.get(i), forms.get(i).query(), specs.get(i), trial));
        }
        Responses.json(ctx, SweepJson.write(entries));
    }

    private static String parameter(Context ctx, String name) {
        return Optional.ofNullable(ctx.queryParam(name)).orElse("");
    }
}
