package downhill.web.share;

import downhill.course.Course;
import downhill.course.Scene;
import downhill.course.Widget.Demo;
import downhill.json.page.EmbedJson;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import downhill.web.http.ServerSettings;
import downhill.web.page.Courses;
import downhill.web.widget.WidgetRoutes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells other sites how to show a scene's figure or a widget in a frame (oEmbed 1.0): a course page or a blog needs only its address. */
public final class EmbedRoutes {
    private static final int WIDTH = 960;
    private static final Pattern FIGURE =
            Pattern.compile("/lessons/([a-z0-9-]+)(?:/([1-9]\\d{0,3}))?|/widgets/([a-z0-9-]+)");

    private final ServerSettings settings;
    private final Courses courses;

    /** A figure that may be framed. */
    private record Figure(String title, String path) {}

    public EmbedRoutes(ServerSettings settings, Courses courses) {
        this.settings = settings;
        this.courses = courses;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/oembed", this::embed);
    }

    private void embed(Context ctx) {
        Requests.allowQuery(ctx, Set.of("url", "format", "maxwidth", "maxheight"));
        if (!"json".equals(Optional.ofNullable(ctx.queryParam("format")).orElse("json"))) {
            // The code that oEmbed 1.0 asks for, section 2.3.1.
            throw new HttpResponseException(501, "The only format here is format=json.");
        }
        int width = Math.min(
                WIDTH, Requests.whole(ctx, "maxwidth", 1, Integer.MAX_VALUE).orElse(WIDTH));
        int height = Math.min(
                WidgetRoutes.FRAME_HEIGHT,
                Requests.whole(ctx, "maxheight", 1, Integer.MAX_VALUE).orElse(WidgetRoutes.FRAME_HEIGHT));
        String site = settings.site(ctx).orElseThrow(EmbedRoutes::unknown);
        Figure figure = path(Optional.ofNullable(ctx.queryParam("url")).orElse(""), site)
                .flatMap(this::figure)
                .orElseThrow(EmbedRoutes::unknown);
        Responses.json(ctx, EmbedJson.of(site, figure.title(), site + figure.path() + "?embed=1", width, height));
    }

    private static NotFoundResponse unknown() {
        return new NotFoundResponse("The url must be the address of a scene or a widget of this site,"
                + " such as …/lessons/the-hill/1 or …/widgets/network.");
    }

    /** The path of an address below this site, by http or https; nothing for an address of another one. */
    private static Optional<String> path(String address, String site) {
        try {
            URI asked = URI.create(address);
            URI own = URI.create(site);
            String path = Optional.ofNullable(asked.getRawPath()).orElse("");
            boolean isWeb = "http".equalsIgnoreCase(asked.getScheme()) || "https".equalsIgnoreCase(asked.getScheme());
            boolean isOwn = isWeb
                    && own.getRawAuthority().equalsIgnoreCase(asked.getRawAuthority())
                    && path.startsWith(own.getRawPath());
            return isOwn ? Optional.of(path.substring(own.getRawPath().length())) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Figure> figure(String path) {
        Matcher found = FIGURE.matcher(path);
        if (!found.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(found.group(3))
                .map(this::widget)
                .orElseGet(() -> scene(
                        found.group(1), Optional.ofNullable(found.group(2)).orElse("1")));
    }

    private Optional<Figure> scene(String lesson, String number) {
        Course course = courses.course();
        return course.lesson(lesson)
                .flatMap(found -> found.scene(Integer.parseInt(number))
                        .map((Scene scene) -> new Figure(
                                scene.title() + " · " + found.title() + " · Downhill",
                                "/lessons/" + lesson + "/" + number)));
    }

    private Optional<Figure> widget(String name) {
        return WidgetRoutes.demos(courses.widgets()).stream()
                .filter(demo -> demo.name().equals(name))
                .findFirst()
                .map((Demo demo) -> new Figure(demo.title() + " · Downhill", "/widgets/" + name));
    }
}
