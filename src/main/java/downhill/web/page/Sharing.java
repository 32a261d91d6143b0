package downhill.web.page;

import downhill.course.Course;
import downhill.course.Lesson;
import downhill.json.page.CourseData;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The values that a page's head needs for search engines and link previews.
 *
 * @param site the start of this app's absolute addresses; nothing if the request named no possible host
 * @param path the path of the page's one address for search engines, below the site
 * @param query the query of the page's address, without its question mark; empty if there is none
 * @param card the picture of the page's link preview
 * @param data the course or the lesson that the page is, as JSON-LD; empty for other pages
 */
public record Sharing(Optional<String> site, String path, String query, Card card, String data) {
    /** The width of every card, in pixels. */
    public static final int WIDTH = 1200;

    /** The height of every card, in pixels. */
    public static final int HEIGHT = 630;

    /**
     * A picture for link previews.
     *
     * @param name its name in addresses
     * @param description what it shows, for those who do not see it
     */
    public record Card(String name, String description) {
        /** The card of all pages that have none of their own. */
        public static final Card OF_SITE = new Card(
                "downhill",
                "Downhill, a course on backpropagation: the path of gradient descent on a map of a hill, from a slope into the valley.");

        /** The playground's card. */
        public static final Card OF_PLAYGROUND = new Card(
                "playground",
                "Downhill’s playground: two spirals of points, and behind them the answer of a network that was trained on them.");

        /** A lesson's card. */
        public static Card of(Lesson lesson) {
            return new Card(
                    lesson.slug(),
                    "Downhill, lesson " + lesson.number() + ": " + lesson.title() + ". " + plain(lesson.question()));
        }
    }

    /** The values of a page whose address is a secret: no preview and no search engine repeats it. */
    static Sharing none() {
        return new Sharing(Optional.empty(), "", "", Card.OF_SITE, "");
    }

    /** The values of the page at a path below the site. */
    static Sharing of(Optional<String> site, String path, String query, Course course) {
        Optional<Lesson> lesson = course.lessons().stream()
                .filter(one -> path.equals("/lessons/" + one.slug()) || path.startsWith("/lessons/" + one.slug() + "/"))
                .findFirst();
        // A lesson's own address shows the same page as its first scene.
        boolean isFirst = lesson.isPresent() && path.endsWith("/" + lesson.get().slug());
        Card other = path.equals("/playground") ? Card.OF_PLAYGROUND : Card.OF_SITE;
        return new Sharing(
                site,
                isFirst ? path + "/1" : path,
                withoutRuns(query),
                lesson.map(Card::of).orElse(other),
                site.map(start -> data(start, path, lesson, course)).orElse(""));
    }

    /** A query without the runs that it names: an id drives its run, and a page is shown to others. */
    private static String withoutRuns(String query) {
        return Stream.of(query.split("&", -1))
                .filter(part -> !part.startsWith("run=") && !part.startsWith("branches="))
                .collect(Collectors.joining("&"));
    }

    private static String data(String site, String path, Optional<Lesson> lesson, Course course) {
        var data = new CourseData(
                site,
                "Downhill: backpropagation, step by step",
                "A course on backpropagation, with networks that really train while you watch.",
                course.lessons().stream().map(Sharing::part).toList());
        return lesson.map(one -> data.of(part(one))).orElseGet(() -> path.equals("/lessons") ? data.ofCourse() : "");
    }

    private static CourseData.Part part(Lesson lesson) {
        return new CourseData.Part(
                lesson.slug(), lesson.number(), lesson.title(), plain(lesson.question()), lesson.minutes());
    }

    /** Tests whether the page's figure can be shown in a frame of another page. */
    public boolean isFigure() {
        return path.matches("/lessons/[^/]+/\\d+|/widgets/[^/]+");
    }

    /** The query of the address that tells other sites how to show the page's figure (oEmbed). */
    public String embedQuery() {
        return "url=" + URLEncoder.encode(site.orElse("") + path, StandardCharsets.UTF_8) + "&format=json";
    }

    /** A text without the tags of its HTML, for the places that take plain text alone. */
    public static String plain(String html) {
        return html.replaceAll("<[^>]*>", "");
    }
}
