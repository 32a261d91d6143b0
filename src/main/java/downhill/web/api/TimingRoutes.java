package downhill.web.api;

import downhill.insight.StepTimes;
import downhill.json.trial.TimingJson;
import downhill.live.LiveRun;
import downhill.live.Runs;
import downhill.live.work.TaskProgress;
import downhill.train.step.Run;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.OptionalDouble;
import java.util.Set;

/** The routes that measure how long training takes on this server. */
public final class TimingRoutes {
    /** The measuring takes up to five numbers of 8 bytes for each parameter, and memory is charged by 80 bytes. */
    private static final int NUMBERS_SHARE = 2;

    private final Runs runs;

    public TimingRoutes(Runs runs) {
        this.runs = runs;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/api/runs/{id}/speed", this::speed);
        routes.get("/api/runs/{id}/step-times", this::stepTimes);
    }

    private void speed(Context ctx) {
        LiveRun run = Requests.run(ctx, runs);
        Requests.allowQuery(ctx, Set.of());
        double perSecond = runs.stepsPerSecond(run);
        try (var _ = run.memory().frame(false, true, false)) {
            Responses.json(ctx, run.read(history -> {
                Run newest = history.newest();
                OptionalDouble unseen = newest.data().testSize() == 0
                        ? OptionalDouble.empty()
                        : newest.evaluateTest().accuracy();
                return TimingJson.speed(
                        newest.step(), perSecond, newest.network().weightCount(), unseen);
            }));
        }
    }

    private void stepTimes(Context ctx) throws InterruptedException {
        LiveRun run = Requests.run(ctx, runs);
        Requests.allowQuery(ctx, Set.of("step"));
        int newest = run.read(history -> history.step());
        int step = Requests.whole(ctx, "step", 0, newest).orElse(newest);
        Responses.json(
                ctx,
                runs.study(
                        run,
                        step,
                        run.read(history -> history.newest().network().parameterCount()) / NUMBERS_SHARE,
                        at -> TimingJson.stepTimes(StepTimes.of(at, System::nanoTime, TaskProgress.watch()))));
    }
}
