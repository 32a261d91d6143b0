package downhill.web.lesson;

import downhill.course.Lesson;
import downhill.course.LessonRun;
import downhill.course.Stage.Row;
import downhill.course.Stage.RunStage;
import downhill.insight.description.trial.HealthRowDescription;
import downhill.insight.health.HealthTrial;
import downhill.json.DescriptionJson;
import downhill.json.trial.HealthJson;
import downhill.live.Runs;
import downhill.live.work.TaskProgress;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import downhill.web.page.Courses;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** Trains the runs that a scene shows side by side, and measures the health of their layers. */
public final class HealthRowRoutes {
    private final Courses courses;
    private final Runs runs;

    public HealthRowRoutes(Courses courses, Runs runs) {
        this.courses = courses;
        this.runs = runs;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/lessons/{lesson}/{scene}/health", ctx -> Responses.json(ctx, HealthJson.write(trials(ctx))));
        routes.get("/lessons/{lesson}/{scene}/health/telling", this::describe);
    }

    private void describe(Context ctx) throws InterruptedException {
        Responses.json(ctx, DescriptionJson.write(0, List.of(HealthRowDescription.of(trials(ctx)))));
    }

    private List<HealthTrial> trials(Context ctx) throws InterruptedException {
        Lesson lesson = LessonRoutes.lesson(ctx, courses.course());
        Row row = Optional.of(LessonRoutes.scene(ctx, lesson).stage())
                .flatMap(stage -> stage instanceof RunStage s ? s.row() : Optional.empty())
                .orElseThrow(() -> new NotFoundResponse("This scene shows no runs side by side."));
        List<LessonRun> shown = row.runs().stream()
                .map(name -> Objects.requireNonNull(lesson.runs().get(name)))
                .toList();
        return runs.workers()
                .call(
                        Requests.visitor(ctx).name(),
                        () -> IntStream.range(0, shown.size())
                                .mapToObj(i -> HealthTrial.of(
                                        shown.get(i).spec(),
                                        shown.get(i).data(),
                                        row.steps(),
                                        TaskProgress.watch().part(i, shown.size())))
                                .toList());
    }
}
