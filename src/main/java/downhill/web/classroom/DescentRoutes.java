package downhill.web.classroom;

import downhill.classroom.AgendaItem;
import downhill.classroom.Classroom;
import downhill.live.room.Classes;
import downhill.live.room.LiveClass;
import downhill.web.http.Responses;
import downhill.web.http.ServerSettings;
import downhill.web.page.Courses;
import downhill.web.page.Layouts;
import gg.jte.generated.precompiled.Templates;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Optional;

/** The teacher's page of a class as one descent: the picture of the projector, and a table with names. */
public final class DescentRoutes {
    private final Templates templates;
    private final Layouts layouts;
    private final Courses courses;
    private final ClassDescents descents;
    private final ClassPlaces places;

    public DescentRoutes(
            Templates templates,
            Layouts layouts,
            Courses courses,
            ClassDescents descents,
            Classes classes,
            ServerSettings settings) {
        this.templates = templates;
        this.layouts = layouts;
        this.courses = courses;
        this.descents = descents;
        this.places = new ClassPlaces(classes, settings);
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/classes/{key}/descents/{scene}", this::page);
    }

    private void page(Context ctx) throws InterruptedException {
        LiveClass room = places.ofTeacher(ctx);
        Classroom state = room.state();
        AgendaItem item = Optional.of(ctx.pathParam("scene"))
                .filter(number -> number.matches("[1-9]\\d{0,3}"))
                .flatMap(number -> ClassPlaces.agenda(courses.course(), state).item(Integer.parseInt(number)))
                .filter(DescentView::isFor)
                .orElseThrow(() -> new NotFoundResponse("This class has no such scene in which learners go down."));
        DescentView view = descents.of(room, state, item);
        boolean isShown = state.shown().filter(view.id()::equals).isPresent();
        Responses.html(
                ctx,
                templates.classDescents(
                        layouts.ofSecret(ctx, "One descent · " + item.title(), "A class as one descent."),
                        view,
                        places.teacher(ctx.pathParam("key")),
                        isShown));
    }
}
