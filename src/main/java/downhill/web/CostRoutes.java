package downhill.web;

import downhill.insight.Scores;
import downhill.insight.Thinning;
import downhill.json.Json;
import downhill.json.RunJson;
import downhill.live.LiveRun;
import downhill.live.Runs;
import downhill.live.Workers;
import downhill.train.Way;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The route that tells a run's costs over its steps. */
final class CostRoutes {
    /** The test cost is evaluated at so many of the steps: each has to be walked to again. */
    private static final int TEST_POINTS = 48;

    private final Runs runs;

    CostRoutes(Runs runs) {
        this.runs = runs;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/runs/{id}/costs", this::costs);
    }

    private void costs(Context ctx) throws InterruptedException {
        LiveRun run = Requests.run(ctx, runs);
        Requests.allowQuery(ctx, Set.of("from", "to", "points"));
        int newest = run.read(h -> h.newest().step());
        int to =
                Math.min(newest, Requests.whole(ctx, "to", 0, Integer.MAX_VALUE).orElse(newest));
        int from =
                Math.min(to, Requests.whole(ctx, "from", 0, Integer.MAX_VALUE).orElse(0));
        int points = Requests.whole(ctx, "points", 2, 10_000).orElse(600);
        int[] steps = run.read(h -> Thinning.steps(h::cost, from, to, points));
        Map<Integer, Double> tested = testCosts(run, steps);
        RunRoutes.json(ctx, run.read(h -> Json.bytes(RunJson.costs(steps, h::cost, tested, RunRoutes.logged(h)))));
    }

    private Map<Integer, Double> testCosts(LiveRun run, int[] steps) throws InterruptedException {
        boolean worthwhile = run.data().testSize() > 0 && run.read(h -> Scores.areCheap(h.newest()));
        if (!worthwhile) {
            return Map.of();
        }
        Map<Integer, Way> ways = new TreeMap<>();
        int stride = Math.ceilDiv(steps.length, TEST_POINTS);
        for (int i = 0; i < steps.length; i += stride) {
            int step = steps[i];
            ways.put(step, run.read(h -> h.way(step)));
        }
        return runs.workers().call(() -> {
            Map<Integer, Double> costs = new HashMap<>();
            ways.forEach((step, way) ->
                    Scores.testCost(way.walk(s -> Workers.checkpoint())).ifPresent(cost -> costs.put(step, cost)));
            return costs;
        });
    }
}
