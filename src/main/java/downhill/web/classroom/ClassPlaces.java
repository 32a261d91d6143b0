package downhill.web.classroom;

import downhill.classroom.Agenda;
import downhill.classroom.Classroom;
import downhill.course.Course;
import downhill.live.room.Classes;
import downhill.live.room.LiveClass;
import downhill.web.http.ServerSettings;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;

/** The addresses of classes, and the classes at them. */
final class ClassPlaces {
    private final Classes classes;
    private final ServerSettings settings;

    ClassPlaces(Classes classes, ServerSettings settings) {
        this.classes = classes;
        this.settings = settings;
    }

    /** The class of the teacher's key in the address. */
    LiveClass ofTeacher(Context ctx) {
        return classes.ofTeacher(ctx.pathParam("key")).orElseThrow(ClassPlaces::gone);
    }

    /** The class of the projector's page in the address. */
    LiveClass ofBoard(Context ctx) {
        return classes.ofBoard(ctx.pathParam("board")).orElseThrow(ClassPlaces::gone);
    }

    /** The things that a class works through. */
    static Agenda agenda(Course course, Classroom state) {
        return Agenda.of(course, state.subject())
                .orElseThrow(() -> new NotFoundResponse("The lesson of this class no longer exists."));
    }

    private static NotFoundResponse gone() {
        return new NotFoundResponse(
                "There is no class at this address. It may have been deleted: a class is kept for a limited time.");
    }

    /** The address of a class's teacher. */
    String teacher(String key) {
        return settings.base() + "/classes/" + key;
    }

    /** The address of the projector's page. */
    String board(LiveClass room) {
        return settings.base() + "/boards/" + room.board();
    }

    /** The address at which learners type the code, as they read it on the projector. */
    String join(Context ctx) {
        return site(ctx).replaceFirst("^https?://", "") + "/join";
    }

    /** The address with the code in it, for the QR code. */
    String join(Context ctx, LiveClass room) {
        return site(ctx) + "/join?code=" + room.code();
    }

    private String site(Context ctx) {
        return settings.site(ctx).orElse(settings.base());
    }
}
