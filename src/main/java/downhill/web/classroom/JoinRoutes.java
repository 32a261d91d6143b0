package downhill.web.classroom;

import downhill.classroom.ClassCode;
import downhill.classroom.Learner;
import downhill.json.form.BadInputException;
import downhill.live.ServerLimits;
import downhill.live.room.Classes;
import downhill.live.room.Classes.Joined;
import downhill.live.room.LiveClass;
import downhill.live.room.Seat;
import downhill.live.work.BusyException;
import downhill.web.http.Errors;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import downhill.web.http.ServerSettings;
import downhill.web.page.ClassSeats;
import downhill.web.page.Layouts;
import gg.jte.generated.precompiled.Templates;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Optional;

/** The pages by which learners join a class and leave it, and the stream by which their lesson hears of it. */
public final class JoinRoutes {
    private static final String NO_CODE = "A code has " + ClassCode.LENGTH
            + " letters and digits, without 0, 1, 8, I, L, O, S and Z. Look at the projector and type it again.";
    private static final String NO_CLASS = "No class has this code. Look at the projector and type it again.";

    private static final int MOST_ITEMS = 9999;

    private final Templates templates;
    private final Layouts layouts;
    private final Classes classes;
    private final ClassSeats seats;
    private final ServerSettings settings;
    private final ClassStream stream;

    public JoinRoutes(
            Templates templates,
            Layouts layouts,
            Classes classes,
            ClassSeats seats,
            ServerSettings settings,
            ServerLimits limits) {
        this.templates = templates;
        this.layouts = layouts;
        this.classes = classes;
        this.seats = seats;
        this.settings = settings;
        this.stream = new ClassStream(limits.heartbeat());
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/join", ctx -> page(ctx, view(ctx, Optional.ofNullable(ctx.queryParam("code")), "")));
        routes.post("/join", this::join);
        routes.post("/join/leave", this::leave);
        routes.get("/join/events", this::events);
        routes.get("/class", ctx -> go(ctx, Optional.empty()));
        routes.get("/class/{item}", ctx -> go(ctx, Optional.of(ctx.pathParam("item"))));
    }

    private JoinView view(Context ctx, Optional<String> code, String problem) {
        String nickname = Optional.ofNullable(ctx.formParam("nickname")).orElse("");
        return new JoinView(layouts.base(), code.orElse(""), nickname, problem, seats.of(ctx));
    }

    private void page(Context ctx, JoinView view) {
        Responses.html(
                ctx,
                templates.join(layouts.ofSecret(ctx, "Join a class", "Type the code that your teacher shows."), view));
    }

    private void join(Context ctx) {
        String typed = Optional.ofNullable(ctx.formParam("code")).orElse("");
        Optional<String> code = ClassCode.read(typed);
        if (code.isEmpty()) {
            refuse(ctx, 422, typed, NO_CODE);
            return;
        }
        try {
            Optional<String> nickname = ClassForms.line(ctx, "nickname", Learner.LONGEST);
            Optional<LiveClass> room =
                    classes.ofCode(code.get(), settings.addresses().of(ctx));
            if (room.isEmpty()) {
                refuse(ctx, 404, typed, NO_CLASS);
            } else {
                enter(ctx, room.get(), nickname);
            }
        } catch (BadInputException e) {
            refuse(
                    ctx,
                    422,
                    typed,
                    "Your name can’t be used. " + e.problems().getFirst().detail());
        } catch (BusyException e) {
            refuse(ctx, Errors.busy(ctx, e), typed, String.valueOf(e.getMessage()));
        }
    }

    /** Shows the form again, with the problem beside what was typed. */
    private void refuse(Context ctx, int status, String typed, String problem) {
        ctx.status(status);
        page(ctx, view(ctx, Optional.of(typed), problem));
    }

    /** Leads to the lesson. A browser that has a seat in this class keeps it. */
    private void enter(Context ctx, LiveClass room, Optional<String> nickname) {
        Optional<Seat> before = seats.of(ctx).filter(seat -> seat.room() == room);
        if (before.isPresent()) {
            nickname.ifPresent(name -> before.get().rename(Optional.of(name)));
        } else {
            Joined joined = classes.join(room, nickname);
            seats.give(ctx, joined.key());
        }
        ctx.redirect(JoinView.address(layouts.base(), room), HttpStatus.SEE_OTHER);
    }

    /** Leads to one of the things that the learner's class works through, or to the one where the learner is. */
    private void go(Context ctx, Optional<String> item) {
        ctx.header("Cache-Control", "no-store");
        Optional<Seat> seat = seats.of(ctx);
        if (seat.isEmpty()) {
            ctx.redirect(layouts.base() + "/join", HttpStatus.SEE_OTHER);
            return;
        }
        int wanted = item.map(text -> Requests.whole("item", text, 1, MOST_ITEMS))
                .orElseGet(() -> seat.get().learner().scene());
        ctx.redirect(seats.address(seat.get(), wanted), HttpStatus.SEE_OTHER);
    }

    private void leave(Context ctx) {
        seats.take(ctx);
        ctx.redirect(layouts.base() + "/lessons", HttpStatus.SEE_OTHER);
    }

    private void events(Context ctx) {
        Seat seat = seats.of(ctx)
                .orElseThrow(() -> new NotFoundResponse("This browser is in no class. Join one at /join."));
        stream.ofLearner(ctx, seat.room(), seat.number());
    }
}
