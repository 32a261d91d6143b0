package downhill.web.lesson;

import downhill.course.Course;
import downhill.course.Lesson;
import downhill.course.guide.TeachingGuide;
import downhill.course.teaching.AnswerKey;
import downhill.live.ServerLimits;
import downhill.math.text.EditDistance;
import downhill.web.http.Responses;
import downhill.web.page.Courses;
import downhill.web.page.Layout;
import downhill.web.page.Layouts;
import gg.jte.generated.precompiled.Templates;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The pages for teachers: the use of the course in a class, and a guide for each lesson. */
public final class TeacherRoutes {
    /** The answers of a course's lessons, by their names: runs are trained for them, so each is worked out once. */
    private record Keys(Course course, Map<String, AnswerKey> of) {}

    private final Templates templates;
    private final Layouts layouts;
    private final Courses courses;
    private final ServerLimits limits;
    private volatile Keys keys;

    public TeacherRoutes(Templates templates, Layouts layouts, Courses courses, ServerLimits limits) {
        this.templates = templates;
        this.layouts = layouts;
        this.courses = courses;
        this.limits = limits;
        this.keys = new Keys(courses.course(), new ConcurrentHashMap<>());
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/teachers", this::overview);
        routes.get("/teachers/{lesson}", this::guide);
    }

    private void overview(Context ctx) {
        Layout layout = layouts.of(
                ctx, "For teachers", "How a class can use the course, with a guide and the answers for each lesson.");
        boolean deleted = ctx.queryParam("deleted") != null;
        Responses.html(ctx, templates.teachers(layout, courses.course(), limits, deleted));
    }

    private void guide(Context ctx) {
        Course course = courses.course();
        Lesson lesson = lesson(ctx.pathParam("lesson"), course);
        TeachingGuide guide =
                course.guide(lesson).orElseThrow(() -> new NotFoundResponse("This lesson has no teacher’s guide yet."));
        Layout layout = layouts.of(
                ctx, lesson.title() + " · teacher’s guide", "Aims, plan, misconceptions, discussion and answers.");
        List<Lesson> guided = course.lessons().stream()
                .filter(other -> course.guide(other).isPresent())
                .toList();
        int at = guided.indexOf(lesson);
        var view = new GuideView(
                layout.base(), lesson, guide, key(course, lesson), at(guided, at - 1), at(guided, at + 1));
        Responses.html(ctx, templates.teacherGuide(layout, view));
    }

    private static Optional<Lesson> at(List<Lesson> lessons, int i) {
        return i < 0 || i >= lessons.size() ? Optional.empty() : Optional.of(lessons.get(i));
    }

    /** The answers of a lesson; those of an earlier state of the files are forgotten. */
    private AnswerKey key(Course course, Lesson lesson) {
        Keys kept = keys;
        if (!kept.course().equals(course)) {
            kept = new Keys(course, new ConcurrentHashMap<>());
            keys = kept;
        }
        return kept.of().computeIfAbsent(lesson.slug(), slug -> AnswerKey.of(lesson));
    }

    private static Lesson lesson(String name, Course course) {
        List<String> names = course.lessons().stream().map(Lesson::slug).toList();
        return course.lesson(name)
                .orElseThrow(() -> new NotFoundResponse("There is no lesson with this name."
                        + EditDistance.nearest(name, names)
                                .map(near -> " The nearest name is " + near + ".")
                                .orElse(" The page /teachers lists all guides.")));
    }
}
