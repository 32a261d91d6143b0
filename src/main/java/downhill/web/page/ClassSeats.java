package downhill.web.page;

import downhill.classroom.Agenda;
import downhill.classroom.Classroom;
import downhill.classroom.PreparedList.OfPlayground;
import downhill.classroom.PreparedList.OfScene;
import downhill.classroom.PreparedList.Place;
import downhill.classroom.Subject;
import downhill.classroom.Subject.OfLesson;
import downhill.classroom.Subject.OfList;
import downhill.course.Lesson;
import downhill.course.Scene;
import downhill.json.form.Json;
import downhill.live.room.ClassNews;
import downhill.live.room.Classes;
import downhill.live.room.Seat;
import downhill.web.http.ServerSettings;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The seats of learners in classes: a browser keeps the key to one in a cookie, which only this site reads. */
public final class ClassSeats {
    private static final String COOKIE = "downhill-class";

    private final Classes classes;
    private final Courses courses;
    private final ServerSettings settings;
    private final int seconds;

    /** Reads and writes the cookies, which last as long as a class is kept. */
    public ClassSeats(Classes classes, Courses courses, ServerSettings settings, Duration kept) {
        this.classes = classes;
        this.courses = courses;
        this.settings = settings;
        this.seconds = (int) Math.min(Integer.MAX_VALUE, kept.toSeconds());
    }

    /** The seat of the browser that asks, if its class still exists. */
    public Optional<Seat> of(Context ctx) {
        return Optional.ofNullable(ctx.cookie(COOKIE)).flatMap(classes::seat);
    }

    /** The same seat, if its class works through this lesson. */
    public Optional<Seat> of(Context ctx, Lesson lesson) {
        return of(ctx).filter(seat -> seat.room().state().subject() instanceof OfLesson one
                && one.slug().equals(lesson.slug()));
    }

    /** The browser's seat at a scene, if its class works through a lesson or a list that has the scene. */
    public Optional<Attendance> at(Context ctx, Lesson lesson, Scene scene) {
        return of(ctx).flatMap(seat -> at(seat, new OfScene(lesson.slug(), scene.number())));
    }

    /** The browser's seat at a state of the playground, which is known by its address, or else as the one where the learner is. */
    public Optional<Attendance> atPlayground(Context ctx) {
        var place = new OfPlayground(Optional.ofNullable(ctx.queryString()).orElse(""));
        return of(ctx).flatMap(seat -> at(seat, place)
                .or(() -> Optional.of(seat.learner().scene())
                        .filter(item -> seat.room().state().subject().isPlayground(item))
                        .map(item -> attendance(seat, item))));
    }

    private Optional<Attendance> at(Seat seat, Place place) {
        OptionalInt item = seat.room().state().subject().number(place);
        return item.isPresent() ? Optional.of(attendance(seat, item.getAsInt())) : Optional.empty();
    }

    private Attendance attendance(Seat seat, int item) {
        Subject subject = seat.room().state().subject();
        Optional<Agenda> list = subject instanceof OfList ? Agenda.of(courses.course(), subject) : Optional.empty();
        return new Attendance(seat, item, settings.base() + "/class", list);
    }

    /** Notes that the learner has opened the place; one that is closed leads to an open one instead, and then nothing is left to be answered. */
    public boolean leadsElsewhere(Context ctx, Attendance at) {
        int open = at.allowed();
        if (open == at.item()) {
            at.seat().open(open);
            return false;
        }
        ctx.redirect(address(at.seat(), open), HttpStatus.SEE_OTHER);
        return true;
    }

    /** The address of the thing that a learner of a class gets who asks for one. */
    public String address(Seat seat, int wanted) {
        Classroom state = seat.room().state();
        int open = state.pace().allowed(Math.clamp(wanted, 1, state.scenes()));
        return settings.base() + state.subject().place(open).path();
    }

    /** Gives the browser the key to a seat. */
    public void give(Context ctx, String key) {
        ctx.cookie(cookie(ctx, key, seconds));
    }

    /** Takes the key from the browser. */
    public void take(Context ctx) {
        ctx.cookie(cookie(ctx, "", 0));
    }

    private Cookie cookie(Context ctx, String value, int age) {
        String path = settings.base().isEmpty() ? "/" : settings.base();
        boolean secure = settings.addresses().isSecure(ctx);
        return new Cookie(COOKIE, value, path, age, secure, true, null, SameSite.LAX);
    }

    /**
     * The part of a class that a learner's page must know, as JSON: the first and the last scene that are open, whether the screens pause and with
     * which word, and the learner's name. It has nothing of anybody else.
     */
    public static String news(ClassNews news, int number) {
        var state = news.state();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("first", String.valueOf(state.pace().allowed(1)));
        fields.put("last", String.valueOf(state.pace().allowed(state.scenes())));
        fields.put("paused", state.pause().isPresent() ? "yes" : "");
        fields.put("word", state.pause().orElse(""));
        fields.put("name", state.learner(number).name());
        return Json.text(fields);
    }
}
