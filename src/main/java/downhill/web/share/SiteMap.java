package downhill.web.share;

import downhill.course.Course;
import downhill.json.page.SearchJson.Entry;
import downhill.web.http.Responses;
import downhill.web.http.ServerSettings;
import downhill.web.page.Courses;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The list of all pages for search engines, and the file that names it to them. Every scene is in it, because each has a title and a
 * text of its own. A crawler looks for {@code robots.txt} at the top of a host, so where the site is mounted below, the host's own file
 * must name the site map.
 */
public final class SiteMap {
    private final ServerSettings settings;
    private final Courses courses;

    public SiteMap(ServerSettings settings, Courses courses) {
        this.settings = settings;
        this.courses = courses;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/sitemap.xml", this::map);
        routes.get("/robots.txt", this::robots);
    }

    private void map(Context ctx) {
        String site = site(ctx);
        String body = paths().map(path -> "  <url><loc>" + site + path + "</loc></url>\n")
                .collect(Collectors.joining("", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                        """, "</urlset>\n"));
        Responses.send(ctx, "application/xml; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    /** The paths of all pages below the site; names in them have no letter that XML or an address would have to escape. */
    private Stream<String> paths() {
        Course course = courses.course();
        return Stream.of(
                        SitePages.fixed(),
                        SitePages.scenes(course),
                        SitePages.guides(course),
                        SitePages.demos(courses.widgets()))
                .flatMap(entries -> entries)
                .map(Entry::path);
    }

    /** Keeps crawlers from the runs, which are no pages, and from what needs a visitor who acts. */
    private void robots(Context ctx) {
        String body = """
                User-agent: *
                Disallow: %1$s/api/runs
                Disallow: %1$s/boards/
                Disallow: %1$s/classes/
                Disallow: %1$s/health/
                Disallow: %1$s/join
                Disallow: %1$s/metrics

                Sitemap: %2$s/sitemap.xml
                """.formatted(settings.base(), site(ctx));
        Responses.send(ctx, "text/plain; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    private String site(Context ctx) {
        return settings.site(ctx)
                .orElseThrow(() -> new BadRequestResponse("The request names no host, and these addresses need one."));
    }
}
