package downhill.web.classroom;

import downhill.classroom.Agenda;
import downhill.classroom.AgendaItem;
import downhill.classroom.Classroom;
import downhill.live.ServerLimits;
import downhill.live.room.Classes;
import downhill.live.room.LiveClass;
import downhill.web.http.Responses;
import downhill.web.http.ServerSettings;
import downhill.web.page.Courses;
import downhill.web.page.Layouts;
import downhill.web.page.QrPicture;
import gg.jte.generated.precompiled.Templates;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;

/** The projector's page: the code, and the answers that the teacher has revealed. Its address changes nothing. */
public final class BoardRoutes {
    private final Templates templates;
    private final Layouts layouts;
    private final Courses courses;
    private final ClassQuestions questions;
    private final ClassDescents descents;
    private final ClassPlaces places;
    private final ClassStream stream;

    public BoardRoutes(
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
        this.stream = new ClassStream(limits.heartbeat());
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/boards/{board}", this::page);
        routes.get("/boards/{board}/events", ctx -> stream.ofAll(ctx, places.ofBoard(ctx)));
    }

    /** The answers that the teacher revealed last; no others are made into a picture here. */
    private Optional<TallyView> shown(Agenda agenda, Classroom state) throws InterruptedException {
        return state.shown().isEmpty()
                ? Optional.empty()
                : questions.of(agenda, state.subject()).stream()
                        .filter(asked -> asked.key().equals(state.shown().get()))
                        .map(asked -> TallyView.of(asked, state))
                        .findFirst();
    }

    /** The picture of all descents, if that was revealed last. */
    private Optional<DescentView> descent(LiveClass room, Agenda agenda, Classroom state) throws InterruptedException {
        for (AgendaItem item : agenda.items()) {
            if (DescentView.isFor(item)
                    && state.shown()
                            .filter(Classroom.descentsIn(item.number())::equals)
                            .isPresent()) {
                return Optional.of(descents.of(room, state, item));
            }
        }
        return Optional.empty();
    }

    private void page(Context ctx) throws InterruptedException {
        LiveClass room = places.ofBoard(ctx);
        Classroom state = room.state();
        Agenda agenda = ClassPlaces.agenda(courses.course(), state);
        var view = new BoardView(
                places.board(room),
                places.join(ctx),
                room.code(),
                QrPicture.of(places.join(ctx, room)),
                agenda,
                state,
                shown(agenda, state),
                descent(room, agenda, state));
        Responses.html(
                ctx,
                templates.classBoard(
                        layouts.ofSecret(ctx, agenda.title() + " · class", "The projector’s page of a class."), view));
    }
}
