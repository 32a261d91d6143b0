package downhill.web.lesson;

import downhill.course.Lesson;
import downhill.course.LessonRun;
import downhill.json.StageJson;
import downhill.live.LiveRun;
import downhill.live.Runs;
import downhill.live.watch.FrameText;
import downhill.live.watch.View;
import downhill.live.work.TaskProgress;
import downhill.train.spec.LoggedTweak;
import downhill.web.http.Requests;
import downhill.web.page.Courses;
import downhill.web.page.OwnRuns;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Optional;
import java.util.Set;

/** Makes a lesson's run the learner's own, when something is done with it for the first time. */
public final class LessonRunRoutes {
    private static final int MOST_STEPS = 10_000;

    private final Courses courses;
    private final Runs runs;

    public LessonRunRoutes(Courses courses, Runs runs) {
        this.courses = courses;
        this.runs = runs;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/lessons/{lesson}/runs/{run}", this::own);
    }

    /** Makes a run of the visitor's own at a step. */
    private void own(Context ctx) throws InterruptedException {
        Lesson lesson = LessonRoutes.lesson(ctx, courses.course());
        LessonRun model = Optional.ofNullable(lesson.runs().get(ctx.pathParam("run")))
                .orElseThrow(() -> new NotFoundResponse("This lesson has no run with this name."));
        Requests.allowQuery(ctx, Set.of());
        int step = StageJson.step(Requests.json(ctx), MOST_STEPS);
        OwnRuns.answer(ctx, create(ctx, model, step));
    }

    private LiveRun create(Context ctx, LessonRun model, int step) throws InterruptedException {
        LiveRun run = runs.create(model.spec(), Requests.visitor(ctx));
        for (LoggedTweak tweak : model.tweaks()) {
            if (tweak.step() < step) {
                advance(run, tweak.step(), step);
                run.tweak(tweak.tweak());
            }
        }
        advance(run, step, step);
        return run;
    }

    /** Trains a run to a step, on its way to the last one. */
    private static void advance(LiveRun run, int step, double last) throws InterruptedException {
        int from = run.read(history -> history.step());
        if (step > from) {
            View view = run.read(View::exact);
            TaskProgress.<FrameText, InterruptedException>between(
                    from / last, step / last, () -> run.step(step - from, view));
        }
    }
}
