package downhill.web.api;

import downhill.insight.CostCurve;
import downhill.insight.CostCurve.Effort;
import downhill.insight.Scores;
import downhill.insight.Thinning;
import downhill.json.RunJson;
import downhill.json.form.Json;
import downhill.live.LiveRun;
import downhill.live.Runs;
import downhill.live.work.Workers;
import downhill.train.history.CostSeries;
import downhill.train.history.StepRebuild;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The route of a run's costs over its steps. */
public final class CostRoutes {
    /** The number of steps at which the test cost is evaluated: each has to be computed again. */
    private static final int TEST_POINTS = 48;

    /** Two for each of three costs, and the ends. */
    private static final int LEAST_POINTS = 8;

    private final Runs runs;

    public CostRoutes(Runs runs) {
        this.runs = runs;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/api/runs/{id}/costs", this::costs);
    }

    private void costs(Context ctx) throws InterruptedException {
        LiveRun run = Requests.run(ctx, runs);
        Requests.allowQuery(ctx, Set.of("from", "to", "points", "spacing", "evaluate"));
        int newest = run.read(h -> h.newest().step());
        int to =
                Math.min(newest, Requests.whole(ctx, "to", 0, Integer.MAX_VALUE).orElse(newest));
        int from =
                Math.min(to, Requests.whole(ctx, "from", 0, Integer.MAX_VALUE).orElse(0));
        int points = Requests.whole(ctx, "points", 2, 10_000).orElse(600);
        boolean forBoth = Requests.choice(ctx, "spacing", List.of("even", "both"))
                .map("both"::equals)
                .orElse(false);
        CostSeries known = batches(run, from, to, points);
        CostSeries batches = forBoth ? Thinning.forBothAxes(known, points) : Thinning.of(known, points);
        boolean evaluate = Requests.choice(ctx, "evaluate", List.of("true", "false"))
                .map(Boolean::parseBoolean)
                .orElse(false);
        if (evaluate) {
            Optional<CostCurve> curve = evaluated(runs, run, from, to, Math.max(LEAST_POINTS, points));
            Responses.json(ctx, run.read(h -> Json.bytes(RunJson.costs(batches, h.tweaks(), curve))));
        } else {
            Map<Integer, Double> tested = testCosts(run, batches.steps());
            Responses.json(ctx, run.read(h -> Json.bytes(RunJson.costs(batches, tested, h.tweaks()))));
        }
    }

    /**
     * The costs of the batches between two steps: the kept ones, or, if these are few and the stretch is short, those of all steps, computed again.
     */
    private CostSeries batches(LiveRun run, int from, int to, int points) throws InterruptedException {
        CostSeries kept = run.read(h -> h.costs(from, to));
        int count = to - from + 1;
        boolean isShort = run.read(h -> Effort.of(h.newest())).isShort(count);
        if (kept.size() >= Math.min(count, points) || (kept.size() > 0 && !isShort)) {
            return kept;
        }
        int last = isShort ? to : from;
        return runs.work(
                run,
                run.memory().look(),
                () -> CostCurve.batches(run.read(h -> h.rebuild(from)), last, step -> Workers.checkpoint()));
    }

    /** The costs over the whole sets; nothing where they are too much work for each step that anyone looks at. */
    static Optional<CostCurve> evaluated(Runs runs, LiveRun run, int from, int to, int points)
            throws InterruptedException {
        Optional<Effort> effort =
                run.read(h -> Scores.areCheap(h.newest()) ? Optional.of(Effort.of(h.newest())) : Optional.empty());
        if (effort.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(runs.work(
                run,
                run.memory().look(),
                () -> CostCurve.of(
                        effort.get(),
                        from,
                        to,
                        step -> run.read(h -> h.rebuild(step)),
                        points,
                        step -> Workers.checkpoint())));
    }

    private Map<Integer, Double> testCosts(LiveRun run, int[] steps) throws InterruptedException {
        boolean worthwhile = run.data().testSize() > 0 && run.read(h -> Scores.areCheap(h.newest()));
        if (!worthwhile) {
            return Map.of();
        }
        int stride = Math.ceilDiv(steps.length, TEST_POINTS);
        return runs.work(run, run.memory().look(), () -> {
            Map<Integer, Double> costs = new HashMap<>();
            for (int i = 0; i < steps.length; i += stride) {
                int step = steps[i];
                StepRebuild rebuild = run.read(h -> h.rebuild(step));
                Scores.testCost(rebuild.run(s -> Workers.checkpoint())).ifPresent(cost -> costs.put(step, cost));
            }
            return costs;
        });
    }
}
