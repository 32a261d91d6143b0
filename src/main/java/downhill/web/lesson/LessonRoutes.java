package downhill.web.lesson;

import downhill.course.Course;
import downhill.course.Lesson;
import downhill.course.Scene;
import downhill.live.room.Seat;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import downhill.web.http.Security;
import downhill.web.page.Attendance;
import downhill.web.page.ClassSeats;
import downhill.web.page.Courses;
import downhill.web.page.Layout;
import downhill.web.page.Layouts;
import downhill.web.page.Sharing;
import gg.jte.generated.precompiled.Templates;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Optional;

/** The pages of the course: its contents, its scenes, its glossary. */
public final class LessonRoutes {
    private final Templates templates;
    private final Layouts layouts;
    private final Courses courses;
    private final StageViews stages;
    private final ClassSeats seats;

    public LessonRoutes(Templates templates, Layouts layouts, Courses courses, StageViews stages, ClassSeats seats) {
        this.templates = templates;
        this.layouts = layouts;
        this.courses = courses;
        this.stages = stages;
        this.seats = seats;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/lessons", this::contents);
        routes.get("/lessons/{lesson}", this::first);
        routes.get("/lessons/{lesson}/handout", this::handout);
        routes.get("/lessons/{lesson}/{scene}", this::scene);
        routes.get("/glossary", this::glossary);
    }

    private void contents(Context ctx) {
        Layout layout = layouts.of(
                ctx, "Lessons", "A course on backpropagation, with networks that really train while you watch.");
        Responses.html(ctx, templates.lessons(layout, courses.course()));
    }

    private void glossary(Context ctx) {
        Layout layout = layouts.of(ctx, "Glossary", "The terms of the course, each explained in a sentence or two.");
        Responses.html(ctx, templates.glossary(layout, courses.course().glossary()));
    }

    private void first(Context ctx) {
        Course course = courses.course();
        Lesson lesson = lesson(ctx, course);
        Optional<Seat> seat = seats.of(ctx, lesson);
        if (seat.isPresent()) {
            ctx.redirect(seats.address(seat.get(), seat.get().learner().scene()), HttpStatus.SEE_OTHER);
        } else {
            show(ctx, course, lesson, lesson.scenes().getFirst(), true);
        }
    }

    private void scene(Context ctx) {
        Course course = courses.course();
        Lesson lesson = lesson(ctx, course);
        show(ctx, course, lesson, scene(ctx, lesson), false);
    }

    private void handout(Context ctx) {
        Lesson lesson = lesson(ctx, courses.course());
        Layout layout = layouts.of(ctx, lesson.title() + " · handout", Sharing.plain(lesson.question()));
        String host = Requests.host(ctx).orElse("");
        Responses.html(ctx, templates.handout(layout, new Handout(host, layout.base(), lesson)));
    }

    private void show(Context ctx, Course course, Lesson lesson, Scene scene, boolean resume) {
        boolean embedded = "1".equals(ctx.queryParam("embed"));
        Optional<Attendance> attendance = embedded ? Optional.empty() : seats.at(ctx, lesson, scene);
        if (attendance.isPresent() && seats.leadsElsewhere(ctx, attendance.get())) {
            return;
        }
        Layout layout = layouts.of(ctx, scene.title() + " · " + lesson.title(), Sharing.plain(lesson.question()));
        StageView stage = stages.of(layout.base(), lesson, scene);
        var view = new SceneView(
                layout.base(),
                lesson,
                scene,
                stage,
                course.after(lesson),
                course.notes(),
                courses.startTexts(),
                resume && attendance.isEmpty(),
                attendance);
        if (embedded) {
            Security.allowFraming(ctx);
        }
        Responses.html(ctx, embedded ? templates.embed(layout, view) : templates.lesson(layout, view));
    }

    /** The lesson that the address names. */
    static Lesson lesson(Context ctx, Course course) {
        return course.lesson(ctx.pathParam("lesson"))
                .orElseThrow(() -> new NotFoundResponse("There is no lesson with this name."));
    }

    /** The scene that the address names. */
    static Scene scene(Context ctx, Lesson lesson) {
        String number = ctx.pathParam("scene");
        return (number.matches("[1-9]\\d{0,3}") ? lesson.scene(Integer.parseInt(number)) : Optional.<Scene>empty())
                .orElseThrow(() -> new NotFoundResponse("This lesson has no such scene; it has "
                        + lesson.scenes().size() + "."));
    }
}
