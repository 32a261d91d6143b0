package downhill.web.classroom;

import downhill.classroom.Classroom;
import downhill.classroom.Pace;
import downhill.course.Course;
import downhill.course.Lesson;
import downhill.json.form.BadInputException.Kind;
import downhill.live.ServerLimits;
import downhill.live.room.Classes;
import downhill.live.room.Classes.Opened;
import downhill.live.room.LiveClass;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import downhill.web.http.ServerSettings;
import downhill.web.page.Courses;
import downhill.web.page.Layouts;
import gg.jte.generated.precompiled.Templates;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The teacher's page of a class, and everything that a teacher does there. Its address is the key to it. */
public final class ClassRoutes {
    private static final String DEFAULT_WORD = "Look up, please";

    private final Templates templates;
    private final Layouts layouts;
    private final Courses courses;
    private final ClassQuestions questions;
    private final Classes classes;
    private final ClassPlaces places;
    private final ClassStream stream;
    private final ServerLimits limits;

    public ClassRoutes(
            Templates templates,
            Layouts layouts,
            Courses courses,
            ClassQuestions questions,
            Classes classes,
            ServerSettings settings,
            ServerLimits limits) {
        this.templates = templates;
        this.layouts = layouts;
        this.courses = courses;
        this.questions = questions;
        this.classes = classes;
        this.places = new ClassPlaces(classes, settings);
        this.stream = new ClassStream(limits.heartbeat());
        this.limits = limits;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/classes", this::open);
        routes.get("/classes/{key}", this::page);
        routes.get("/classes/{key}/events", ctx -> stream.ofAll(ctx, places.ofTeacher(ctx)));
        routes.post("/classes/{key}/pace", this::pace);
        routes.post("/classes/{key}/pause", this::pause);
        routes.post("/classes/{key}/resume", ctx -> control(ctx, room -> room.paused(Optional.empty())));
        routes.post("/classes/{key}/reveal", this::reveal);
        routes.post("/classes/{key}/hide", this::hide);
        routes.post("/classes/{key}/nicknames", this::removeNickname);
        routes.post("/classes/{key}/delete", this::delete);
    }

    private void open(Context ctx) {
        String slug = ClassForms.text(ctx, "lesson");
        Lesson lesson = courses.course()
                .lesson(slug)
                .orElseThrow(() -> ClassForms.bad(
                        Kind.VALUE,
                        "lesson",
                        "There is no lesson \"" + Requests.printable(slug)
                                + "\". The page /teachers lists all lessons."));
        Optional<Pace> pace = ctx.formParam("scene") == null
                ? Optional.empty()
                : Optional.of(new Pace.At(
                        ClassForms.whole(ctx, "scene", 1, lesson.scenes().size())));
        Opened opened = classes.open(lesson.slug(), lesson.scenes().size(), Requests.visitor(ctx));
        pace.ifPresent(held -> opened.room().control(room -> room.with(held)));
        ctx.redirect(places.teacher(opened.key()), HttpStatus.SEE_OTHER);
    }

    private void page(Context ctx) throws InterruptedException {
        LiveClass room = places.ofTeacher(ctx);
        Classroom state = room.state();
        Course course = courses.course();
        Lesson lesson = course.lesson(state.lesson())
                .orElseThrow(() -> new NotFoundResponse("The lesson of this class no longer exists."));
        var view = new TeacherView(
                layouts.base(),
                places.teacher(ctx.pathParam("key")),
                places.board(room),
                places.join(ctx),
                room.code(),
                lesson,
                state,
                questions.of(lesson).stream()
                        .map(asked -> TallyView.of(asked, state))
                        .toList(),
                limits.keepClass().toDays());
        Responses.html(
                ctx,
                templates.classTeacher(
                        layouts.ofSecret(ctx, "Your class · " + lesson.title(), "A class of Downhill."), view));
    }

    private void control(Context ctx, UnaryOperator<Classroom> change) {
        places.ofTeacher(ctx).control(change);
        back(ctx);
    }

    private void back(Context ctx) {
        ctx.redirect(places.teacher(ctx.pathParam("key")), HttpStatus.SEE_OTHER);
    }

    private void pace(Context ctx) {
        Classroom state = places.ofTeacher(ctx).state();
        String kind = ClassForms.text(ctx, "pace");
        String text = kind.equals("free") ? kind : kind + " " + ClassForms.whole(ctx, "scene", 1, state.scenes());
        Pace pace = Pace.read(text, state.scenes())
                .orElseThrow(() -> ClassForms.bad(
                        Kind.VALUE,
                        "pace",
                        "\"" + Requests.printable(kind) + "\" is not known: allowed are free, at, up-to."));
        control(ctx, room -> room.with(pace));
    }

    private void pause(Context ctx) {
        String word = ClassForms.line(ctx, "word", Classroom.LONGEST_WORD).orElse(DEFAULT_WORD);
        control(ctx, room -> room.paused(Optional.of(word)));
    }

    private void reveal(Context ctx) {
        String question = question(ctx);
        control(ctx, room -> room.reveal(question));
    }

    private void hide(Context ctx) {
        String question = question(ctx);
        control(ctx, room -> room.hide(question));
    }

    private String question(Context ctx) {
        LiveClass room = places.ofTeacher(ctx);
        String id = ClassForms.text(ctx, "question");
        Optional<Lesson> lesson = courses.course().lesson(room.state().lesson());
        boolean isKnown = lesson.flatMap(one -> one.question(id)).isPresent()
                || lesson.stream()
                        .flatMap(one -> one.scenes().stream())
                        .anyMatch(scene -> DescentView.isFor(scene)
                                && Classroom.descentsIn(scene.number()).equals(id));
        if (!isKnown) {
            throw ClassForms.bad(
                    Kind.VALUE, "question", "The lesson has no question \"" + Requests.printable(id) + "\".");
        }
        return id;
    }

    private void removeNickname(Context ctx) {
        LiveClass room = places.ofTeacher(ctx);
        int most = room.state().learners().size();
        if (most == 0) {
            throw ClassForms.bad(Kind.VALUE, "learner", "This class has no learners.");
        }
        room.rename(ClassForms.whole(ctx, "learner", 1, most), Optional.empty());
        back(ctx);
    }

    private void delete(Context ctx) {
        classes.delete(places.ofTeacher(ctx));
        ctx.redirect(layouts.base() + "/teachers?deleted=1#start", HttpStatus.SEE_OTHER);
    }
}
