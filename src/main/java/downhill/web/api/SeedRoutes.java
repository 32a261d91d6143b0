package downhill.web.api;

import downhill.data.Dataset;
import downhill.insight.SeedTrial;
import downhill.insight.description.Description;
import downhill.insight.description.trial.SeedDescription;
import downhill.json.DescriptionJson;
import downhill.json.trial.SeedJson;
import downhill.live.LiveRun;
import downhill.live.Runs;
import downhill.live.work.TaskProgress;
import downhill.train.spec.RunSpec;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** The routes that train a run's specification again from other seeds, and compare the ends. */
public final class SeedRoutes {
    private static final int MOST_SEEDS = 16;

    private final Runs runs;

    public SeedRoutes(Runs runs) {
        this.runs = runs;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/api/runs/{id}/seeds", ctx -> Responses.json(ctx, SeedJson.write(trials(ctx))));
        routes.get("/api/runs/{id}/seeds/telling", this::describe);
    }

    private void describe(Context ctx) throws InterruptedException {
        Description description = SeedDescription.of(trials(ctx), steps(ctx));
        Responses.json(ctx, DescriptionJson.write(0, List.of(description)));
    }

    private static int steps(Context ctx) {
        return Requests.whole(ctx, "steps", 1, 100_000).orElse(1000);
    }

    private List<SeedTrial> trials(Context ctx) throws InterruptedException {
        LiveRun run = Requests.run(ctx, runs);
        Requests.allowQuery(ctx, Set.of("from", "count", "steps"));
        int from =
                Requests.whole(ctx, "from", 0, Integer.MAX_VALUE - MOST_SEEDS).orElse(1);
        int count = Requests.whole(ctx, "count", 1, MOST_SEEDS).orElse(8);
        int steps = steps(ctx);
        RunSpec spec = run.read(h -> {
            SeedTrial.check(h.newest(), count, steps);
            return h.newest().spec();
        });
        Dataset data = run.data();
        return runs.workers()
                .call(
                        run.origin().share(run.id()),
                        () -> LongStream.range(from, from + count)
                                .mapToObj(seed -> SeedTrial.of(
                                        spec,
                                        data,
                                        seed,
                                        steps,
                                        TaskProgress.watch().part((int) seed - from, count)))
                                .toList());
    }
}
