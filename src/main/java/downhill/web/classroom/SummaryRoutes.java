package downhill.web.classroom;

import downhill.classroom.Agenda;
import downhill.classroom.AgendaItem;
import downhill.classroom.ClassRecord;
import downhill.classroom.Classroom;
import downhill.course.Course;
import downhill.json.form.Json;
import downhill.live.ServerLimits;
import downhill.live.room.Classes;
import downhill.live.room.LiveClass;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import downhill.web.http.ServerSettings;
import downhill.web.page.Courses;
import downhill.web.page.Layouts;
import gg.jte.generated.precompiled.Templates;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The pages of a class afterwards: a summary to print, and its answers as CSV and JSON. */
public final class SummaryRoutes {
    private final Templates templates;
    private final Layouts layouts;
    private final Courses courses;
    private final ClassQuestions questions;
    private final ClassDescents descents;
    private final ClassPlaces places;
    private final ServerLimits limits;

    public SummaryRoutes(
            Templates templates,
            Layouts layouts,
            Courses courses,
            ClassQuestions questions,
            ClassDescents descents,
            Classes classes,
            ServerSettings settings,
            ServerLimits limits) {
        this.templates = templates;
        this.layouts = layouts;
        this.courses = courses;
        this.questions = questions;
        this.descents = descents;
        this.places = new ClassPlaces(classes, settings);
        this.limits = limits;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/classes/{key}/summary", this::page);
        routes.get("/classes/{key}/answers.csv", this::csv);
        routes.get("/classes/{key}/answers.json", this::json);
    }

    private void page(Context ctx) throws InterruptedException {
        LiveClass room = places.ofTeacher(ctx);
        Classroom state = room.state();
        Course course = courses.course();
        Agenda agenda = ClassPlaces.agenda(course, state);
        var view = new SummaryView(
                places.teacher(ctx.pathParam("key")),
                agenda,
                agenda.lessons().stream()
                        .flatMap(lesson -> course.guide(lesson).stream())
                        .flatMap(guide -> guide.discuss().stream())
                        .toList(),
                state,
                questions.of(agenda, state.subject()).stream()
                        .map(asked -> TallyView.of(asked, state))
                        .toList(),
                descents(room, state, agenda),
                Instant.ofEpochMilli(room.opened()),
                limits.keepClass().toDays());
        Responses.html(
                ctx,
                templates.classSummary(
                        layouts.ofSecret(ctx, "Summary · " + agenda.title(), "The answers of a class."), view));
    }

    private List<DescentView> descents(LiveClass room, Classroom state, Agenda agenda) throws InterruptedException {
        List<DescentView> all = new ArrayList<>();
        for (AgendaItem item : agenda.items()) {
            if (DescentView.isFor(item) && DescentView.count(item, state) > 0) {
                all.add(descents.of(room, state, item));
            }
        }
        return all;
    }

    private ClassRecord record(Context ctx, LiveClass room) throws InterruptedException {
        Requests.allowQuery(ctx, Set.of("nicknames"));
        boolean nicknames = Requests.choice(ctx, "nicknames", List.of("yes", "no"))
                .orElse("no")
                .equals("yes");
        Classroom state = room.state();
        Agenda agenda = ClassPlaces.agenda(courses.course(), state);
        return new ClassRecord(agenda, questions.of(agenda, state.subject()), state, nicknames);
    }

    private void csv(Context ctx) throws InterruptedException {
        String table = record(ctx, places.ofTeacher(ctx)).csv();
        download(ctx, "text/csv; charset=utf-8", "csv", table.getBytes(StandardCharsets.UTF_8));
    }

    private void json(Context ctx) throws InterruptedException {
        LiveClass room = places.ofTeacher(ctx);
        String opened = Instant.ofEpochMilli(room.opened()).toString();
        download(ctx, "application/json", "json", Json.bytes(record(ctx, room).document(opened)));
    }

    private static void download(Context ctx, String type, String ending, byte[] body) {
        ctx.header("Content-Disposition", "attachment; filename=\"class." + ending + "\"");
        ctx.header("Referrer-Policy", "same-origin");
        ctx.header("X-Robots-Tag", "noindex, nofollow");
        Responses.send(ctx, type, body);
    }
}
