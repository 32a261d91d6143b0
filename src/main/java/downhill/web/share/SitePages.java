package downhill.web.share;

import downhill.course.Course;
import downhill.course.Lesson;
import downhill.course.Widgets;
import downhill.json.page.SearchJson.Entry;
import downhill.web.playground.Preset;
import downhill.web.widget.WidgetRoutes;
import java.util.List;
import java.util.stream.Stream;

/** The pages of the site, for the search and for the site map. */
final class SitePages {
    private static final List<Entry> FIXED = List.of(
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

    private SitePages() {}

    /** The pages that are there whatever the course teaches. */
    static Stream<Entry> fixed() {
        return FIXED.stream();
    }

    /** The first page of each lesson. */
    static Stream<Entry> lessons(Course course) {
        return course.lessons().stream()
                .map(lesson ->
                        new Entry(lesson.title(), "Lesson " + lesson.number(), List.of(), "/lessons/" + lesson.slug()));
    }

    /** The scenes of all lessons. */
    static Stream<Entry> scenes(Course course) {
        return course.lessons().stream().flatMap(SitePages::scenes);
    }

    private static Stream<Entry> scenes(Lesson lesson) {
        return lesson.scenes().stream()
                .map(scene -> new Entry(
                        scene.title(),
                        "Lesson " + lesson.number() + ", " + lesson.title() + ", scene " + scene.number(),
                        List.of(),
                        "/lessons/" + lesson.slug() + "/" + scene.number()));
    }

    /** The teacher's guides. */
    static Stream<Entry> guides(Course course) {
        return course.lessons().stream()
                .filter(lesson -> course.guide(lesson).isPresent())
                .map(lesson -> new Entry(
                        "Teaching “" + lesson.title() + "”",
                        "For teachers",
                        List.of("guide"),
                        "/teachers/" + lesson.slug()));
    }

    /** The widgets' demo pages. */
    static Stream<Entry> demos(Widgets widgets) {
        return WidgetRoutes.demos(widgets).stream()
                .map(demo -> new Entry(
                        demo.title(),
                        "Widget",
                        List.of(demo.name(), demo.topic().title()),
                        "/widgets/" + demo.name()));
    }

    /** The places of the glossary's words. */
    static Stream<Entry> words(Course course) {
        return course.glossary().stream()
                .map(term -> new Entry(term.term(), "Glossary", term.also(), "/glossary#" + term.name()));
    }

    /** The playground's presets. */
    static Stream<Entry> presets() {
        return Preset.ALL.stream()
                .map(preset ->
                        new Entry(preset.name(), "Playground", List.of("preset"), "/playground?" + preset.query()));
    }
}
