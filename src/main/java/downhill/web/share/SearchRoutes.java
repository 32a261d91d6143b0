package downhill.web.share;

import downhill.course.Course;
import downhill.course.Widgets;
import downhill.json.page.SearchJson;
import downhill.web.http.Tagged;
import downhill.web.page.Courses;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.stream.Stream;

/** The list of pages for the search of every page: a browser asks for it when a visitor first opens the search. */
public final class SearchRoutes {
    private static final String MINUTES = "public, max-age=600";

    /** The list of a course. */
    private record Kept(Course course, Widgets widgets, Tagged json) {}

    private final Courses courses;
    private volatile Kept kept;

    public SearchRoutes(Courses courses) {
        this.courses = courses;
        this.kept = listed(courses.course(), courses.widgets());
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/search.json", this::list);
    }

    private void list(Context ctx) {
        newest().json().send(ctx, "application/json", MINUTES);
    }

    /** The list of the newest course: in development its files may change, and a course that was read again is another object. */
    @SuppressWarnings("ReferenceEquality")
    private Kept newest() {
        Kept list = kept;
        if (list.course() != courses.course() || list.widgets() != courses.widgets()) {
            list = listed(courses.course(), courses.widgets());
            kept = list;
        }
        return list;
    }

    private static Kept listed(Course course, Widgets widgets) {
        var entries = Stream.of(
                        SitePages.fixed(),
                        SitePages.lessons(course),
                        SitePages.words(course),
                        SitePages.demos(widgets),
                        SitePages.presets(),
                        SitePages.scenes(course),
                        SitePages.guides(course))
                .flatMap(entry -> entry)
                .toList();
        return new Kept(course, widgets, Tagged.of(SearchJson.of(entries)));
    }
}
