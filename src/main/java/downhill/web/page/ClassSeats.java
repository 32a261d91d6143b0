package downhill.web.page;

import downhill.course.Lesson;
import downhill.json.form.Json;
import downhill.live.room.ClassNews;
import downhill.live.room.Classes;
import downhill.live.room.Seat;
import downhill.web.http.ServerSettings;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The seats of learners in classes: a browser keeps the key to one in a cookie, which only this site reads. */
public final class ClassSeats {
    private static final String COOKIE = "downhill-class";

    private final Classes classes;
    private final ServerSettings settings;
    private final int seconds;

    /** Reads and writes the cookies, which last as long as a class is kept. */
    public ClassSeats(Classes classes, ServerSettings settings, Duration kept) {
        this.classes = classes;
        this.settings = settings;
        this.seconds = (int) Math.min(Integer.MAX_VALUE, kept.toSeconds());
    }

    /** The seat of the browser that asks, if its class still exists. */
    public Optional<Seat> of(Context ctx) {
        return Optional.ofNullable(ctx.cookie(COOKIE)).flatMap(classes::seat);
    }

    /** The same seat, if its class works through this lesson. */
    public Optional<Seat> of(Context ctx, Lesson lesson) {
        return of(ctx).filter(seat -> seat.room().state().lesson().equals(lesson.slug()));
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
