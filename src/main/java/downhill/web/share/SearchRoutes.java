package downhill.web.share;

import downhill.course.Course;
import downhill.course.Lesson;
import downhill.course.Widgets;
import downhill.json.page.SearchJson;
import downhill.json.page.SearchJson.Entry;
import downhill.web.http.Responses;
import downhill.web.page.Courses;
import downhill.web.playground.Preset;
import downhill.web.widget.WidgetRoutes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The list of pages for the search of every page: a browser asks for it when a visitor first opens the search. */
public final class SearchRoutes {
    private static final String MINUTES = "public, max-age=600";

    private static final List<Entry> PAGES = List.of(
            new Entry("Start page", "Page", List.of("home"), "/"),
            new Entry("All lessons", "Page", List.of("course", "contents"), "/lessons"),
            new Entry("Playground", "Page", List.of("train", "network"), "/playground"),
            new Entry("Expression lab", "Lab", List.of("formula", "graph", "derivative"), "/labs/expressions"),
            new Entry("Digit lab", "Lab", List.of("draw", "mnist", "image"), "/labs/digits"),
            new Entry("Glossary", "Page", List.of("words", "terms"), "/glossary"),
            new Entry("Widgets", "Page", List.of("figures", "embed", "frame"), "/widgets"),
            new Entry("Teacher’s guide", "For teachers", List.of("class", "school"), "/teachers"),
            new Entry("The interface for programs", "Page", List.of("api", "python"), "/api"),
            new Entry("Privacy", "Page", List.of("data", "cookies"), "/privacy"));

    /** The list of a course, and its tag for browsers that have it already. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Kept(Course course, Widgets widgets, byte[] json, String tag) {}

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
        Kept list = newest();
        ctx.header("Cache-Control", MINUTES);
        ctx.header("ETag", list.tag());
        if (list.tag().equals(ctx.header("If-None-Match"))) {
            ctx.status(HttpStatus.NOT_MODIFIED);
        } else {
            Responses.json(ctx, list.json());
        }
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
        byte[] json = SearchJson.of(entries(course, widgets));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json);
            return new Kept(course, widgets, json, "\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java always has SHA-256.", e);
        }
    }

    private static List<Entry> entries(Course course, Widgets widgets) {
        Stream<Entry> presets = Preset.ALL.stream()
                .map(preset ->
                        new Entry(preset.name(), "Playground", List.of("preset"), "/playground?" + preset.query()));
        Stream<Entry> words = course.glossary().stream()
                .map(term -> new Entry(term.term(), "Glossary", term.also(), "/glossary#" + term.name()));
        Stream<Entry> demos = WidgetRoutes.demos(widgets).stream()
                .map(demo -> new Entry(
                        demo.title(),
                        "Widget",
                        List.of(demo.name(), demo.topic().title()),
                        "/widgets/" + demo.name()));
        Stream<Entry> guides = course.lessons().stream()
                .filter(lesson -> course.guide(lesson).isPresent())
                .map(lesson -> new Entry(
                        "Teaching “" + lesson.title() + "”",
                        "For teachers",
                        List.of("guide"),
                        "/teachers/" + lesson.slug()));
        Stream<Entry> lessons = course.lessons().stream().map(SearchRoutes::lesson);
        Stream<Entry> scenes = course.lessons().stream().flatMap(SearchRoutes::scenes);
        return Stream.of(PAGES.stream(), lessons, words, demos, presets, scenes, guides)
                .flatMap(entries -> entries)
                .toList();
    }

    private static Entry lesson(Lesson lesson) {
        return new Entry(lesson.title(), "Lesson " + lesson.number(), List.of(), "/lessons/" + lesson.slug());
    }

    private static Stream<Entry> scenes(Lesson lesson) {
        return lesson.scenes().stream()
                .map(scene -> new Entry(
                        scene.title(),
                        "Lesson " + lesson.number() + ", " + lesson.title() + ", scene " + scene.number(),
                        List.of(),
                        "/lessons/" + lesson.slug() + "/" + scene.number()));
    }
}
