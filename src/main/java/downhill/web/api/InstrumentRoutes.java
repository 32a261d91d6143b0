package downhill.web.api;

import downhill.insight.Confusion;
import downhill.insight.GradientCheck;
import downhill.insight.NeuronView;
import downhill.insight.Nudge;
import downhill.insight.OptimizerView;
import downhill.insight.Predictions;
import downhill.insight.UpdateEffect;
import downhill.insight.diagnosis.Diagnosis;
import downhill.insight.diagnosis.Evidence;
import downhill.insight.diagnosis.Measurement;
import downhill.insight.diagnosis.Past;
import downhill.insight.health.LayerHealth;
import downhill.json.InstrumentJson;
import downhill.json.InstrumentRequests;
import downhill.json.form.BadInputException;
import downhill.json.form.BadInputException.Kind;
import downhill.json.trial.ConfusionJson;
import downhill.json.trial.DiagnosisJson;
import downhill.json.trial.HealthJson;
import downhill.live.LiveRun;
import downhill.live.Runs;
import downhill.live.work.TaskProgress;
import downhill.live.work.Workers;
import downhill.net.Parameter;
import downhill.train.spec.ParameterBounds;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import downhill.train.step.Run;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The routes that ask something of a run as it was at a step, and the one that branches off there. */
public final class InstrumentRoutes {
    private final Runs runs;

    public InstrumentRoutes(Runs runs) {
        this.runs = runs;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/api/runs/{id}/branches", this::branch);
        routes.post("/api/runs/{id}/nudges", this::nudge);
        routes.post("/api/runs/{id}/predictions", this::predict);
        routes.post("/api/runs/{id}/gradient-check", this::check);
        routes.get("/api/runs/{id}/aftermath", this::updateEffect);
        routes.get("/api/runs/{id}/optimizer", this::optimizer);
        routes.get("/api/runs/{id}/health", this::health);
        routes.get("/api/runs/{id}/diagnosis", this::diagnose);
        routes.get("/api/runs/{id}/confusion", this::confusion);
        routes.get("/api/runs/{id}/neurons/{layer}/{j}", this::neuron);
        routes.get("/api/runs/{id}/weights/{l}/{j}/{k}/examples", this::ofWeight);
        routes.get("/api/runs/{id}/biases/{l}/{j}/examples", this::ofBias);
    }

    private void branch(Context ctx) throws InterruptedException {
        LiveRun parent = Requests.run(ctx, runs);
        var asked = InstrumentRequests.branch(Requests.json(ctx));
        int step = reached(parent, asked.step(), "/step");
        try {
            LiveRun branch = runs.branch(parent, Requests.name(ctx), step, asked.tweak(), Requests.visitor(ctx));
            ctx.status(201).header("Location", ctx.contextPath() + "/api/runs/" + branch.id());
            RunRoutes.describe(ctx, branch);
        } catch (RefusedException e) {
            throw new RefusedException(e.problems().stream()
                    .map(p -> new Problem("/tweak" + p.pointer(), p.detail()))
                    .toList());
        }
    }

    private void nudge(Context ctx) throws InterruptedException {
        LiveRun run = Requests.run(ctx, runs);
        var asked = InstrumentRequests.nudge(Requests.json(ctx));
        answer(ctx, run, asked.step(), at -> InstrumentJson.nudge(Nudge.of(at, asked.at(), asked.by())));
    }

    private void predict(Context ctx) throws InterruptedException {
        LiveRun run = Requests.run(ctx, runs);
        var asked = InstrumentRequests.prediction(Requests.json(ctx));
        long neurons = run.read(h -> h.newest().network().layers()).stream()
                .mapToLong(Integer::longValue)
                .sum();
        long numbers = Math.min(Predictions.MOST_NUMBERS, asked.inputs().size() * neurons);
        answer(
                ctx,
                run,
                asked.step(),
                numbers,
                at -> InstrumentJson.predictions(Predictions.of(at, asked.inputs(), Workers::checkpoint)));
    }

    private void check(Context ctx) throws InterruptedException {
        LiveRun run = Requests.run(ctx, runs);
        var asked = InstrumentRequests.check(Requests.json(ctx));
        answer(
                ctx,
                run,
                asked.step(),
                at -> InstrumentJson.check(
                        GradientCheck.of(at, asked.sample(), asked.h(), System::nanoTime, TaskProgress.watch())));
    }

    private void neuron(Context ctx) throws InterruptedException {
        LiveRun run = Requests.run(ctx, runs);
        int layer = index(ctx, "layer");
        int j = index(ctx, "j");
        int step = step(ctx, run, "example", "digits");
        OptionalInt example = example(ctx, run);
        int digits = Requests.whole(ctx, "digits", 1, 17).orElse(0);
        byte[] json = runs.study(
                        run,
                        step,
                        at -> NeuronView.of(at, layer, j, example.orElseGet(() -> at.batch()[0]))
                                .map(view -> InstrumentJson.neuron(view, digits)))
                .orElseThrow(() -> new NotFoundResponse(
                        "There is no neuron " + j + " in layer " + layer + "; layer 1 is the first after the input."));
        Responses.json(ctx, json);
    }

    private void ofWeight(Context ctx) throws InterruptedException {
        shares(ctx, new Parameter.Weight(index(ctx, "l"), index(ctx, "j"), index(ctx, "k")));
    }

    private void ofBias(Context ctx) throws InterruptedException {
        shares(ctx, new Parameter.Bias(index(ctx, "l"), index(ctx, "j")));
    }

    private void shares(Context ctx, Parameter parameter) throws InterruptedException {
        LiveRun run = Requests.run(ctx, runs);
        ParameterBounds.parameter(run.read(h -> h.newest().spec()).network(), parameter)
                .ifPresent(detail -> {
                    throw new NotFoundResponse(detail);
                });
        int step = step(ctx, run);
        Responses.json(
                ctx,
                runs.study(run, step, at -> InstrumentJson.shares(at.probe().shares(parameter))));
    }

    private void optimizer(Context ctx) throws InterruptedException {
        LiveRun run = Requests.run(ctx, runs);
        int step = step(ctx, run);
        Responses.json(ctx, runs.study(run, step, at -> InstrumentJson.optimizer(OptimizerView.of(at))));
    }

    private void health(Context ctx) throws InterruptedException {
        LiveRun run = Requests.run(ctx, runs);
        int step = step(ctx, run);
        Responses.json(ctx, runs.study(run, step, at -> HealthJson.write(step, LayerHealth.of(at))));
    }

    private void confusion(Context ctx) throws InterruptedException {
        LiveRun run = Requests.run(ctx, runs);
        int step = step(ctx, run, "set");
        boolean held = Requests.choice(ctx, "set", List.of("training", "test"))
                .filter("test"::equals)
                .isPresent();
        Responses.json(ctx, runs.study(run, step, at -> ConfusionJson.write(Confusion.of(at, held))));
    }

    /** Rebuilds a few steps of the past besides the one asked for, as the visitor's other questions do. */
    private void diagnose(Context ctx) throws InterruptedException {
        LiveRun run = Requests.run(ctx, runs);
        int step = step(ctx, run);
        Past past = run.read(h -> Past.of(h, step, other -> run.read(now -> now.rebuild(other))));
        Responses.json(ctx, runs.work(run, run.memory().look(), () -> {
            Evidence evidence = Measurement.of(past, Workers::checkpoint);
            return DiagnosisJson.write(evidence, Diagnosis.of(evidence));
        }));
    }

    private void updateEffect(Context ctx) throws InterruptedException {
        ofExample(ctx, (at, example) -> InstrumentJson.updateEffect(UpdateEffect.of(at, example)));
    }

    /** Answers a question about a step and an example, both in the query; else the newest step, and its batch's first example. */
    private void ofExample(Context ctx, BiFunction<Run, Integer, byte[]> question) throws InterruptedException {
        LiveRun run = Requests.run(ctx, runs);
        int step = step(ctx, run, "example");
        OptionalInt example = example(ctx, run);
        Responses.json(ctx, runs.study(run, step, at -> question.apply(at, example.orElseGet(() -> at.batch()[0]))));
    }

    private static int index(Context ctx, String name) {
        return Requests.whole(name, ctx.pathParam(name), 0, Integer.MAX_VALUE);
    }

    private static OptionalInt example(Context ctx, LiveRun run) {
        return Requests.whole(ctx, "example", 0, run.data().size() - 1);
    }

    /** The step that the query names, or the newest one; besides it the query may hold these. */
    private static int step(Context ctx, LiveRun run, String... others) {
        Set<String> known = new HashSet<>(List.of(others));
        known.add("step");
        Requests.allowQuery(ctx, known);
        int newest = run.read(h -> h.step());
        return Requests.whole(ctx, "step", 0, newest).orElse(newest);
    }

    /** Answers a question that a body asked of a step, or of the newest one. */
    private void answer(Context ctx, LiveRun run, Optional<Long> asked, Function<Run, byte[]> question)
            throws InterruptedException {
        answer(ctx, run, asked, 0, question);
    }

    private void answer(Context ctx, LiveRun run, Optional<Long> asked, long numbers, Function<Run, byte[]> question)
            throws InterruptedException {
        int newest = run.read(h -> h.step());
        int step = asked.isEmpty() ? newest : reached(run, asked.get(), "/step");
        Responses.json(ctx, runs.study(run, step, numbers, question));
    }

    /** The step, if the run has come so far. */
    static int reached(LiveRun run, long step, String pointer) {
        int newest = run.read(h -> h.step());
        if (step > newest) {
            throw new BadInputException(
                    Kind.VALUE,
                    List.of(new Problem(
                            pointer, "This run has no step " + step + " yet; 0 to " + newest + " are allowed.")));
        }
        return (int) step;
    }
}
