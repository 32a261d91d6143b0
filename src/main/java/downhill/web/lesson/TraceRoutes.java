package downhill.web.lesson;

import downhill.classroom.Trace;
import downhill.classroom.Trace.Cost;
import downhill.course.Lesson;
import downhill.course.Scene;
import downhill.course.Stage.HillStage;
import downhill.course.Stage.LandscapeStage;
import downhill.course.Stage.RunStage;
import downhill.descent.HillInfo;
import downhill.descent.Hills;
import downhill.descent.rule.Sgd;
import downhill.insight.CostCurve;
import downhill.insight.Scores;
import downhill.insight.Thinning;
import downhill.json.HillJson;
import downhill.live.LiveRun;
import downhill.live.Runs;
import downhill.live.work.Workers;
import downhill.train.history.CostSeries;
import downhill.train.history.ParameterPath;
import downhill.train.history.StepRebuild;
import downhill.train.step.Run;
import downhill.web.page.Attendance;
import downhill.web.page.ClassSeats;
import downhill.web.page.Courses;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The route by which a learner's page in a class says how far the learner's own walker came, for the picture of all. It has no number that counts: the run or the
 * walk is found again here. Of a page that is in no class, or shows something else than the scene's figure, nothing is kept.
 */
public final class TraceRoutes {
    /** The places of a run's path that are computed, if that is little work, and their multiply-adds. */
    private static final int PLACES = 24;

    private static final double MOST_WORK = 2e7;

    private final Courses courses;
    private final Evidence evidence;
    private final ClassSeats seats;
    private final SceneMaps maps;
    private final Runs runs;

    public TraceRoutes(Courses courses, Evidence evidence, ClassSeats seats, SceneMaps maps, Runs runs) {
        this.courses = courses;
        this.evidence = evidence;
        this.seats = seats;
        this.maps = maps;
        this.runs = runs;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/lessons/{lesson}/{scene}/traces", this::trace);
    }

    private void trace(Context ctx) throws InterruptedException {
        Lesson lesson = LessonRoutes.lesson(ctx, courses.course());
        Scene scene = LessonRoutes.scene(ctx, lesson);
        Optional<Trace> trace = read(ctx, lesson, scene);
        Optional<Attendance> at = seats.at(ctx, lesson, scene);
        if (trace.isPresent() && at.isPresent()) {
            at.get().seat().trace(at.get().item(), trace.get());
        }
        ctx.status(HttpStatus.NO_CONTENT);
    }

    private Optional<Trace> read(Context ctx, Lesson lesson, Scene scene) throws InterruptedException {
        return switch (scene.stage()) {
            case HillStage stage -> onHill(ctx, stage);
            case RunStage stage -> ofRun(evidence.own(ctx, lesson, stage.run(), stage.choices()), lesson, scene);
            case LandscapeStage stage -> ofRun(evidence.own(ctx, lesson, stage.run(), Optional.empty()), lesson, scene);
            default -> Optional.empty();
        };
    }

    private static Optional<Trace> onHill(Context ctx, HillStage stage) {
        HillInfo info = Hills.named(stage.hill()).orElseThrow();
        String places = ctx.formParam("places");
        if (places != null) {
            return Trace.read("hand|" + places).filter(trace -> fits(trace, info));
        }
        String walk = Optional.ofNullable(ctx.formParam("walk")).orElse("");
        HillJson.Descent descent = HillJson.read(walk.getBytes(StandardCharsets.UTF_8), info);
        return descent.optimizer().rule() instanceof Sgd rule
                ? Optional.of(new Trace.OfRule(
                        descent.start(),
                        descent.optimizer().learningRate(),
                        rule.momentum(),
                        Math.min(descent.steps(), stage.steps())))
                : Optional.empty();
    }

    private static boolean fits(Trace trace, HillInfo info) {
        return trace instanceof Trace.ByHand(var places)
                && !places.isEmpty()
                && places.size() <= Trace.MOST
                && places.stream()
                        .allMatch(place -> place.size() == info.hill().dimensions()
                                && place.stream().allMatch(Double::isFinite));
    }

    private Optional<Trace> ofRun(Optional<LiveRun> own, Lesson lesson, Scene scene) throws InterruptedException {
        if (own.isEmpty()) {
            return Optional.empty();
        }
        Optional<SceneMap> map = maps.of(lesson, scene);
        LiveRun run = own.get();
        return Optional.of(runs.work(run, run.memory().look(), () -> trace(run, map)));
    }

    private static Trace trace(LiveRun run, Optional<SceneMap> map) {
        ParameterPath path = run.read(history -> history.parameterPath(history.step()));
        Run end = path.destination(Workers::checkpoint);
        boolean batches = end.batch().length < end.data().size() && !isTiny(end);
        List<Cost> costs =
                batches || end.batch().length == end.data().size() ? kept(run, end.step()) : evaluated(run, end.step());
        if (map.isEmpty()) {
            return new Trace.OfRun(end.step(), costs, batches, List.of(), OptionalDouble.empty());
        }
        SceneMap.Seen seen = map.get().place(end, path.waypoints(end, PLACES, MOST_WORK, Workers::checkpoint));
        return new Trace.OfRun(end.step(), costs, batches, seen.path(), seen.shown());
    }

    private static boolean isTiny(Run end) {
        CostCurve.Effort effort = CostCurve.Effort.of(end);
        return Scores.areCheap(end) && effort.isTiny(end.step()) && PLACES * effort.evaluation() <= MOST_WORK;
    }

    /** The costs that the run has kept: those of its batches. */
    private static List<Cost> kept(LiveRun run, int step) {
        CostSeries some = Thinning.of(run.read(history -> history.costs(0, step)), Trace.MOST);
        return IntStream.range(0, some.size())
                .filter(i -> Double.isFinite(some.costs()[i]))
                .mapToObj(i -> new Cost(some.steps()[i], some.costs()[i]))
                .toList();
    }

    /** The costs of all training examples. */
    private static List<Cost> evaluated(LiveRun run, int step) {
        StepRebuild start = run.read(history -> history.rebuild(0));
        return CostCurve.some(start, step, PLACES, reached -> Workers.checkpoint()).stream()
                .flatMap(point -> point.scores().trainCost().stream()
                        .filter(Double::isFinite)
                        .mapToObj(cost -> new Cost(point.step(), cost)))
                .toList();
    }
}
