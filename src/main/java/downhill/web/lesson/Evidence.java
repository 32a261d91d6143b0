package downhill.web.lesson;

import downhill.autodiff.Graph;
import downhill.autodiff.GraphEvaluation;
import downhill.course.Choices;
import downhill.course.Goal;
import downhill.course.HillTrial;
import downhill.course.Lesson;
import downhill.course.PerceptronTrial;
import downhill.course.Stage;
import downhill.course.Stage.GraphStage;
import downhill.course.Stage.HillStage;
import downhill.course.Stage.LandscapeStage;
import downhill.course.Stage.PerceptronStage;
import downhill.course.Stage.RunStage;
import downhill.course.grading.Attempt;
import downhill.course.grading.Picture;
import downhill.course.grading.Referee;
import downhill.descent.HillInfo;
import downhill.descent.HillPath;
import downhill.descent.Hills;
import downhill.json.ExpressionJson;
import downhill.json.HillJson;
import downhill.json.form.BadInputException;
import downhill.json.form.BadInputException.Kind;
import downhill.json.trial.PerceptronJson;
import downhill.live.LiveRun;
import downhill.live.Runs;
import downhill.train.spec.Problem;
import downhill.train.spec.RunSpec;
import downhill.web.http.Requests;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The state of a learner's stage, found again on the server: a run by its id or its view, a descent and a graph by making them once more. No number that a page
 * sends counts as a result.
 */
public final class Evidence {
    private final Runs runs;

    public Evidence(Runs runs) {
        this.runs = runs;
    }

    /** The numbers of the stage. */
    Picture picture(Context ctx, Lesson lesson, Stage stage) throws InterruptedException {
        return switch (stage) {
            case RunStage s -> frame(ctx, run(ctx, lesson, s.run(), s.choices()));
            case LandscapeStage s -> frame(ctx, run(ctx, lesson, s.run(), Optional.empty()));
            case HillStage s -> place(hill(s), descent(ctx, hill(s)));
            case GraphStage s -> {
                ExpressionJson.Request graph = graph(ctx);
                yield Picture.of(GraphEvaluation.of(Graph.of(graph.expression()), graph.values()));
            }
            case PerceptronStage s -> Picture.of(perceptron(ctx));
        };
    }

    /** The result of a challenge. */
    Attempt attempt(Context ctx, Lesson lesson, Stage stage, Goal goal) throws InterruptedException {
        return switch (stage) {
            case RunStage s -> onRun(ctx, goal, run(ctx, lesson, s.run(), s.choices()));
            case LandscapeStage s -> onRun(ctx, goal, run(ctx, lesson, s.run(), Optional.empty()));
            case HillStage s -> Referee.onHill((Goal.OnHill) goal, hill(s), descent(ctx, hill(s)));
            case GraphStage s -> {
                ExpressionJson.Request graph = graph(ctx);
                yield Referee.onGraph((Goal.OnGraph) goal, graph.expression(), graph.values());
            }
            case PerceptronStage s -> Referee.onPerceptron((Goal.OnPerceptron) goal, perceptron(ctx));
        };
    }

    /** The run that the page shows, if it is one of the lesson's of this name, as it is or begun again with a choice. */
    private LiveRun run(Context ctx, Lesson lesson, String name, Optional<Choices> choices) {
        return own(ctx, lesson, name, choices)
                .orElseThrow(() -> new NotFoundResponse(
                        "The server no longer holds this run. Press Begin again below the figure, then answer."));
    }

    /** The same; nothing if the server does not hold it, or it is another one. */
    Optional<LiveRun> own(Context ctx, Lesson lesson, String name, Optional<Choices> choices) {
        RunSpec model = Objects.requireNonNull(lesson.runs().get(name)).spec();
        List<RunSpec> allowed = choices.map(c -> c.all(model)).orElse(List.of(model));
        return Optional.ofNullable(ctx.formParam("run"))
                .flatMap(runs::read)
                .filter(run ->
                        allowed.contains(run.read(history -> history.newest().spec())));
    }

    private Picture frame(Context ctx, LiveRun run) throws InterruptedException {
        int step = step(ctx, run);
        int example = whole(ctx, "example", run.data().size() - 1);
        return runs.study(run, step, shown -> Picture.of(shown, example));
    }

    /** The step that the page shows. */
    private static int step(Context ctx, LiveRun run) {
        int newest = run.read(history -> history.newest().step());
        return ctx.formParam("step") == null ? newest : Math.min(newest, whole(ctx, "step", Integer.MAX_VALUE));
    }

    private static int whole(Context ctx, String name, int most) {
        String text = Optional.ofNullable(ctx.formParam(name)).orElse("0");
        return Requests.whole(name, text, 0, most);
    }

    private Attempt onRun(Context ctx, Goal goal, LiveRun run) throws InterruptedException {
        int step = step(ctx, run);
        int example = whole(ctx, "example", run.data().size() - 1);
        return runs.study(
                run, step, shown -> run.read(history -> Referee.onRun((Goal.OnRun) goal, history, shown, example)));
    }

    private static HillInfo hill(HillStage stage) {
        return Hills.named(stage.hill()).orElseThrow();
    }

    private static HillTrial descent(Context ctx, HillInfo info) {
        HillJson.Descent descent = HillJson.read(text(ctx, "walk"), info);
        return new HillTrial(descent.start(), descent.optimizer(), descent.steps());
    }

    private static PerceptronTrial perceptron(Context ctx) {
        PerceptronJson.Shown shown = PerceptronJson.read(text(ctx, "perceptron"));
        return shown.line()
                .map(line -> PerceptronTrial.byHand(shown.corners(), line))
                .orElseGet(() -> PerceptronTrial.after(shown.corners(), shown.step()));
    }

    private static ExpressionJson.Request graph(Context ctx) {
        return ExpressionJson.read(text(ctx, "graph"));
    }

    private static byte[] text(Context ctx, String name) {
        return Optional.ofNullable(ctx.formParam(name)).orElse("").getBytes(StandardCharsets.UTF_8);
    }

    /** The last place of a descent. */
    private static Picture place(HillInfo info, HillTrial descent) {
        try {
            HillPath.Place last = HillPath.descend(info.hill(), descent.start(), descent.optimizer(), descent.steps())
                    .places()
                    .getLast();
            return Picture.of(info, last.position(), descent.optimizer().learningRate(), last.number());
        } catch (IllegalArgumentException e) {
            throw new BadInputException(Kind.VALUE, List.of(new Problem("/start", String.valueOf(e.getMessage()))));
        }
    }
}
