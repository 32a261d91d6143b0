package downhill.web.classroom;

import downhill.classroom.Agenda;
import downhill.classroom.AgendaItem;
import downhill.classroom.Classroom;
import downhill.classroom.Pace;
import downhill.classroom.PreparedList;
import downhill.classroom.Subject;
import downhill.classroom.Subject.OfLesson;
import downhill.classroom.Subject.OfList;
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
import java.nio.charset.StandardCharsets;
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
        Subject subject = ctx.formParam("list") == null ? ofLesson(ctx) : ofList(ctx);
        Optional<Pace> pace = ctx.formParam("scene") == null
                ? Optional.empty()
                : Optional.of(new Pace.At(ClassForms.whole(ctx, "scene", 1, subject.count())));
        Opened opened = classes.open(subject, Requests.visitor(ctx));
        pace.ifPresent(held -> opened.room().control(room -> room.with(held)));
        ctx.redirect(places.teacher(opened.key()), HttpStatus.SEE_OTHER);
    }

    private Subject ofLesson(Context ctx) {
        String slug = ClassForms.text(ctx, "lesson");
        Lesson lesson = courses.course()
                .lesson(slug)
                .orElseThrow(() -> ClassForms.bad(
                        Kind.VALUE,
                        "lesson",
                        "There is no lesson \"" + Requests.printable(slug)
                                + "\". The page /teachers lists all lessons."));
        return new OfLesson(lesson.slug(), lesson.scenes().size());
    }

    private Subject ofList(Context ctx) {
        PreparedList list = PreparedList.read(ClassForms.text(ctx, "list").getBytes(StandardCharsets.UTF_8));
        list.problemOfClass().ifPresent(problem -> {
            throw ClassForms.bad(Kind.VALUE, "list", problem);
        });
        var subject = new OfList(list);
        ClassPlaces.agenda(courses.course(), Classroom.of(subject)).missing().ifPresent(item -> {
            throw ClassForms.bad(
                    Kind.VALUE,
                    "list",
                    "Item " + item.number() + ": there is no scene at "
                            + item.place().path() + ". The page /lessons lists all lessons.");
        });
        return subject;
    }

    private void page(Context ctx) throws InterruptedException {
        LiveClass room = places.ofTeacher(ctx);
        Classroom state = room.state();
        Agenda agenda = ClassPlaces.agenda(courses.course(), state);
        var view = new TeacherView(
                layouts.base(),
                places.teacher(ctx.pathParam("key")),
                places.board(room),
                places.join(ctx),
                room.code(),
                agenda,
                state,
                questions.of(agenda, state.subject()).stream()
                        .map(asked -> TallyView.of(asked, state))
                        .toList(),
                limits.keepClass().toDays());
        Responses.html(
                ctx,
                templates.classTeacher(
                        layouts.ofSecret(ctx, "Your class · " + agenda.title(), "A class of Downhill."), view));
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
        Classroom state = places.ofTeacher(ctx).state();
        String key = ClassForms.text(ctx, "question");
        boolean isKnown = ClassPlaces.agenda(courses.course(), state).items().stream()
                .anyMatch(item -> isOf(key, item, state.subject()));
        if (!isKnown) {
            throw ClassForms.bad(
                    Kind.VALUE, "question", "The class has no question \"" + Requests.printable(key) + "\".");
        }
        return key;
    }

    private static boolean isOf(String key, AgendaItem item, Subject subject) {
        int number = item.number();
        return (DescentView.isFor(item) && Classroom.descentsIn(number).equals(key))
                || item.shown().stream()
                        .flatMap(at -> at.scene().questions().stream())
                        .anyMatch(question -> subject.key(number, question.id()).equals(key));
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
