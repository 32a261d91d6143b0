package downhill.web;

import downhill.course.Course;
import downhill.live.LiveRun;
import downhill.live.RunId;
import downhill.live.Runs;
import downhill.web.http.Responses;
import downhill.web.page.Courses;
import downhill.web.page.Layout;
import downhill.web.page.Layouts;
import downhill.web.page.OwnRuns;
import downhill.web.playground.PlaygroundForm;
import gg.jte.generated.precompiled.Templates;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The home page: the link into the course, and a run whose learning rate can be changed at once. */
final class HomePage {
    /** The number of steps of the shared run: its viewers see them from the first to the last. */
    private static final int DEMO_STEPS = 300;

    private final Templates templates;
    private final Layouts layouts;
    private final Courses courses;
    private final Runs runs;

    HomePage(Templates templates, Layouts layouts, Courses courses, Runs runs) {
        this.templates = templates;
        this.layouts = layouts;
        this.courses = courses;
        this.runs = runs;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/", this::page);
        routes.post("/runs", this::own);
    }

    private void page(Context ctx) {
        Layout layout = layouts.of(
                ctx,
                "Downhill",
                "Understand backpropagation by stepping through it: a real network"
                        + " trains on the server, and you can stop anywhere, open any number, and go back.");
        Course course = courses.course();
        String first = course.lessons().stream()
                .findFirst()
                .map(lesson -> lesson.slug() + "/1")
                .orElse("");
        PlaygroundForm demo = demo();
        Responses.html(
                ctx,
                templates.home(
                        layout,
                        RunId.view(shared()),
                        demo.value("learningRate"),
                        demo.query(),
                        first,
                        lessons(course)));
    }

    /** The lessons in their order, one a line: name in addresses, number of scenes, title. */
    private static String lessons(Course course) {
        return course.lessons().stream()
                .map(lesson -> lesson.slug() + " " + lesson.scenes().size() + " " + lesson.title())
                .collect(Collectors.joining("\n"));
    }

    /** A run of the visitor's own, which goes on from the step of the shared one that was shown. */
    private void own(Context ctx) throws InterruptedException {
        OwnRuns.branch(ctx, runs, this::shared, DEMO_STEPS);
    }

    private LiveRun shared() {
        return runs.shared(demo().spec(), DEMO_STEPS);
    }

    private static PlaygroundForm demo() {
        Map<String, String> values = Map.of("data", "circle", "hidden", "3", "batchSize", "0", "seed", "3");
        return PlaygroundForm.read(name -> Optional.ofNullable(values.get(name)));
    }
}
