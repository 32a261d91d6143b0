package downhill.web.share;

import downhill.course.Course;
import downhill.course.Lesson;
import downhill.web.card.Cards;
import downhill.web.http.Responses;
import downhill.web.http.Tagged;
import downhill.web.page.Courses;
import downhill.web.page.Sharing;
import downhill.web.page.Sharing.Card;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * The pictures of link previews: one for the site, one for the playground, one for each lesson; and the icons of the installed app. Each is drawn when it is first asked for,
 * one at a time, and then kept; there is none for any other name.
 */
public final class CardRoutes {
    private static final Map<String, Integer> ICONS = Map.of("192.png", 192, "512.png", 512);
    private static final String DAY = "public, max-age=86400";

    /** The pictures of a course, by their names. */
    private record Gallery(Course course, Map<String, Tagged> drawn) {}

    private final Courses courses;
    private final Semaphore pencil = new Semaphore(1);
    private volatile Gallery gallery;

    public CardRoutes(Courses courses) {
        // Java then looks for no screen, which a server may seem to have and lack.
        System.setProperty("java.awt.headless", "true");
        this.courses = courses;
        this.gallery = new Gallery(courses.course(), new ConcurrentHashMap<>());
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/cards/{name}", this::card);
        routes.get("/icons/{name}", this::icon);
        routes.get("/manifest.webmanifest", this::manifest);
    }

    private void card(Context ctx) throws InterruptedException {
        String file = ctx.pathParam("name");
        String name = file.endsWith(".png") ? file.substring(0, file.length() - ".png".length()) : "";
        send(ctx, drawn(name, drawing(name, courses.course())));
    }

    private void icon(Context ctx) throws InterruptedException {
        String name = ctx.pathParam("name");
        int side = Optional.ofNullable(ICONS.get(name))
                .orElseThrow(
                        () -> new NotFoundResponse("There is no icon of this name; there are 192.png and 512.png."));
        send(ctx, drawn("icon " + name, () -> Cards.icon(side)));
    }

    /** The names, colours and icons with which a device installs the site as an app. Without a connection it shows the pages with words that were opened before. */
    private void manifest(Context ctx) {
        // A base path has no letter that JSON would have to escape.
        String body = """
                {"name": "Downhill: backpropagation, step by step", "short_name": "Downhill", "lang": "en-GB",
                 "id": "%1$s/", "start_url": "%1$s/", "scope": "%1$s/", "display": "minimal-ui",
                 "background_color": "%2$s", "theme_color": "%2$s",
                 "icons": [
                  {"src": "%1$s/icons/192.png", "sizes": "192x192", "type": "image/png", "purpose": "any"},
                  {"src": "%1$s/icons/512.png", "sizes": "512x512", "type": "image/png", "purpose": "any"},
                  {"src": "%1$s/icons/512.png", "sizes": "512x512", "type": "image/png", "purpose": "maskable"}]}
                """.formatted(ctx.contextPath().equals("/") ? "" : ctx.contextPath(), Cards.background());
        ctx.header("Cache-Control", DAY);
        Responses.send(ctx, "application/manifest+json", body.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(Context ctx, Tagged card) {
        ctx.header("Cross-Origin-Resource-Policy", "cross-origin");
        card.send(ctx, "image/png", DAY);
    }

    private static Supplier<byte[]> drawing(String name, Course course) {
        if (name.equals(Card.OF_SITE.name())) {
            return Cards::ofSite;
        }
        if (name.equals(Card.OF_PLAYGROUND.name())) {
            return Cards::ofPlayground;
        }
        Lesson lesson = course.lesson(name)
                .orElseThrow(() -> new NotFoundResponse("There is no card of this name. There are downhill.png,"
                        + " playground.png, and one for each lesson, such as the-hill.png."));
        return () -> Cards.of(lesson, Sharing.plain(lesson.question()));
    }

    /** The picture that is kept, or drawn now: requests for others wait, so that all of them together use one processor. */
    private Tagged drawn(String name, Supplier<byte[]> drawing) throws InterruptedException {
        Gallery kept = newest();
        Tagged there = kept.drawn().get(name);
        if (there != null) {
            return there;
        }
        pencil.acquire();
        try {
            return kept.drawn().computeIfAbsent(name, _ -> Tagged.of(drawing.get()));
        } finally {
            pencil.release();
        }
    }

    /** The pictures of the newest course; those of an earlier state of its files are forgotten. */
    private Gallery newest() {
        Course course = courses.course();
        Gallery kept = gallery;
        if (!kept.course().equals(course)) {
            kept = new Gallery(course, new ConcurrentHashMap<>());
            gallery = kept;
        }
        return kept;
    }
}
