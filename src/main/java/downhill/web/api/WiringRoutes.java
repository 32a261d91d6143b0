package downhill.web.api;

import downhill.insight.description.Description;
import downhill.insight.description.trial.WiringDescriptions;
import downhill.insight.wiring.Ablation;
import downhill.insight.wiring.ConnectionLedger;
import downhill.insight.wiring.InputShares;
import downhill.insight.wiring.RuleTrial;
import downhill.insight.wiring.TrainingAnswers;
import downhill.json.DescriptionJson;
import downhill.json.InstrumentRequests;
import downhill.json.trial.WiringJson;
import downhill.live.LiveRun;
import downhill.live.Runs;
import downhill.live.work.TaskProgress;
import downhill.live.work.Workers;
import downhill.train.step.Run;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The routes that take the connections into a run's outputs apart, and tell about them. */
public final class WiringRoutes {
    private final Runs runs;

    public WiringRoutes(Runs runs) {
        this.runs = runs;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/api/runs/{id}/ledger", ctx -> ledger(ctx, (ledger, run) -> WiringJson.ledger(ledger, run.data())));
        routes.get(
                "/api/runs/{id}/ledger/telling",
                ctx -> ledger(ctx, (ledger, run) -> descriptionJson(ledger.step(), WiringDescriptions.of(ledger))));
        routes.get("/api/runs/{id}/answers", this::answers);
        routes.post("/api/runs/{id}/input-shares", ctx -> traced(ctx, WiringJson::inputShares));
        routes.post(
                "/api/runs/{id}/input-shares/telling",
                ctx -> traced(ctx, shares -> descriptionJson(shares.step(), WiringDescriptions.of(shares))));
        routes.get("/api/runs/{id}/rules", ctx -> at(ctx, run -> WiringJson.rules(rules(run))));
        routes.get(
                "/api/runs/{id}/rules/telling",
                ctx -> at(ctx, run -> descriptionJson(run.step(), WiringDescriptions.of(rules(run)))));
        routes.get("/api/runs/{id}/ablation", ctx -> at(ctx, run -> WiringJson.ablation(ablation(run))));
        routes.get(
                "/api/runs/{id}/ablation/telling",
                ctx -> at(ctx, run -> descriptionJson(run.step(), WiringDescriptions.of(ablation(run)))));
    }

    /** Writes a ledger of a run. */
    private interface LedgerWriter {
        byte[] write(ConnectionLedger ledger, Run run);
    }

    private void ledger(Context ctx, LedgerWriter writer) throws InterruptedException {
        LiveRun live = Requests.run(ctx, runs);
        int example = Requests.whole(ctx, "example", 0, live.data().size() - 1).orElse(0);
        int output = Requests.whole(ctx, "output", 0, Integer.MAX_VALUE).orElse(0);
        at(ctx, run -> writer.write(ConnectionLedger.of(run, example, output), run), "example", "output");
    }

    private void answers(Context ctx) throws InterruptedException {
        int output = Requests.whole(ctx, "output", 0, Integer.MAX_VALUE).orElse(0);
        at(ctx, run -> WiringJson.answers(TrainingAnswers.of(run, output, Workers::checkpoint)), "output");
    }

    /** Answers how an output depends on each number of an input that the body holds. */
    private void traced(Context ctx, Function<InputShares, byte[]> writer) throws InterruptedException {
        LiveRun live = Requests.run(ctx, runs);
        Requests.allowQuery(ctx, Set.of());
        var asked = InstrumentRequests.traced(Requests.json(ctx));
        int step = asked.step().isEmpty()
                ? live.read(history -> history.step())
                : InstrumentRoutes.reached(live, asked.step().get(), "/step");
        Responses.json(
                ctx,
                runs.study(
                        live,
                        step,
                        run -> writer.apply(InputShares.of(run, asked.input(), asked.output(), Workers::checkpoint))));
    }

    private static RuleTrial rules(Run run) {
        return RuleTrial.of(run, TaskProgress.watch());
    }

    private static Ablation ablation(Run run) {
        return Ablation.of(run, TaskProgress.watch());
    }

    private static byte[] descriptionJson(int step, Description description) {
        return DescriptionJson.write(step, List.of(description));
    }

    /** Answers a question about the step that the query names, or about the newest one. */
    private void at(Context ctx, Function<Run, byte[]> question, String... others) throws InterruptedException {
        LiveRun live = Requests.run(ctx, runs);
        Set<String> known = new HashSet<>(List.of(others));
        known.add("step");
        Requests.allowQuery(ctx, known);
        int newest = live.read(history -> history.step());
        int step = Requests.whole(ctx, "step", 0, newest).orElse(newest);
        Responses.json(ctx, runs.study(live, step, question));
    }
}
