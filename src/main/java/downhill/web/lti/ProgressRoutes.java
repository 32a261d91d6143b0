package downhill.web.lti;

import downhill.course.Lesson;
import downhill.json.form.Json;
import downhill.live.archive.SavedLaunch;
import downhill.web.http.Responses;
import downhill.web.page.Courses;
import downhill.web.page.LaunchedTabs;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The route by which a tab says how far its learner is, as the browser keeps it: scenes that were gone through, and questions that are done. */
final class ProgressRoutes {
    private static final int MOST_PARTS = 1000;

    private final Courses courses;
    private final LaunchedTabs tabs;

    ProgressRoutes(Courses courses, LaunchedTabs tabs) {
        this.courses = courses;
        this.tabs = tabs;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/lti/progress", this::note);
    }

    private void note(Context ctx) {
        Lesson lesson = courses.course()
                .lesson(Optional.ofNullable(ctx.formParam("lesson")).orElse(""))
                .orElseThrow(() -> new NotFoundResponse("There is no lesson with this name."));
        Set<String> parts = Arrays.stream(
                        Optional.ofNullable(ctx.formParam("parts")).orElse("").split(" ", -1))
                .limit(MOST_PARTS)
                .collect(Collectors.toSet());
        SavedLaunch launch = tabs.done(ctx, lesson, parts)
                .orElseThrow(() -> new NotFoundResponse("This tab was not opened from a course, or too long ago."
                        + " Open the activity from your course again."));
        Responses.json(
                ctx,
                Json.bytes(Map.of(
                        "score",
                        launch.score(),
                        "maximum",
                        launch.maximum(),
                        "goesToCourse",
                        launch.lineitem().isPresent())));
    }
}
