package downhill.web.prepared;

import downhill.classroom.PreparedList;
import downhill.classroom.PreparedList.Item;
import downhill.classroom.PreparedList.OfScene;
import downhill.classroom.PreparedList.Place;
import downhill.classroom.ShortText;
import downhill.course.Course;
import downhill.json.form.BadInputException;
import downhill.json.form.BadInputException.Kind;
import downhill.json.form.Json;
import downhill.json.link.LinkText;
import downhill.train.spec.Problem;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import downhill.web.page.Courses;
import downhill.web.page.Layouts;
import downhill.web.prepared.PreparedView.Row;
import gg.jte.generated.precompiled.Templates;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The page on which a teacher makes a list of scenes and playground states. The server keeps nothing of it: the list is in the link, or in the file. */
public final class PreparedRoutes {
    /** The most bytes of a file: its items with their longest links and words fit. */
    private static final int MOST_BYTES = 512 * 1024;

    private final Templates templates;
    private final Layouts layouts;
    private final Courses courses;

    public PreparedRoutes(Templates templates, Layouts layouts, Courses courses) {
        this.templates = templates;
        this.layouts = layouts;
        this.courses = courses;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/prepared", this::linked);
        routes.post("/prepared", this::typed);
        routes.post("/prepared/open", this::opened);
        routes.post("/prepared/file", this::file);
    }

    private void show(Context ctx, PreparedView view) {
        ctx.status(view.problems().isEmpty() ? 200 : 422);
        Responses.html(
                ctx,
                templates.prepared(
                        layouts.of(
                                ctx,
                                view.title().isEmpty() ? "Prepare a list" : view.title(),
                                "Scenes and playground states in your own order, as a file or a link."),
                        view));
    }

    private void linked(Context ctx) {
        Requests.allowQuery(ctx, Set.of("list"));
        String text = ctx.queryParam("list");
        show(
                ctx,
                text == null
                        ? PreparedView.empty(layouts.base(), courses.course(), List.of())
                        : read(LinkText.unpack(text)));
    }

    private void opened(Context ctx) throws IOException {
        UploadedFile file = ctx.uploadedFile("file");
        if (file == null || file.size() == 0) {
            show(ctx, PreparedView.empty(layouts.base(), courses.course(), List.of("Choose a file first.")));
            return;
        }
        try (InputStream content = file.content()) {
            byte[] json = content.readNBytes(MOST_BYTES + 1);
            if (json.length > MOST_BYTES) {
                throw new BadInputException(
                        Kind.VALUE, "/file", "The file has more than " + MOST_BYTES / 1024 + " KB, so it is no list.");
            }
            show(ctx, read(json));
        } catch (BadInputException e) {
            show(ctx, PreparedView.empty(layouts.base(), courses.course(), sentences(e)));
        }
    }

    private PreparedView read(byte[] json) {
        PreparedList list = PreparedList.read(json);
        for (int i = 0; i < list.items().size(); i++) {
            Place place = list.items().get(i).place();
            if (!isThere(place, courses.course())) {
                throw new BadInputException(Kind.VALUE, "/items/" + i + "/open", missing(place));
            }
        }
        return PreparedView.of(layouts.base(), courses.course(), list);
    }

    private static boolean isThere(Place place, Course course) {
        return !(place instanceof OfScene(String slug, int number))
                || course.lesson(slug).flatMap(lesson -> lesson.scene(number)).isPresent();
    }

    private static String missing(Place place) {
        return "There is no scene at " + place.path() + ". The page /lessons lists all lessons.";
    }

    private static List<String> sentences(BadInputException e) {
        return e.problems().stream()
                .map(problem ->
                        problem.pointer().isEmpty() ? problem.detail() : problem.pointer() + ": " + problem.detail())
                .toList();
    }

    /** The list of the form; each mistake is named beside what was typed. */
    private void typed(Context ctx) {
        String title =
                ShortText.plain(Optional.ofNullable(ctx.formParam("title")).orElse(""));
        List<String> links = ctx.formParams("link");
        List<String> words = ctx.formParams("words");
        List<Row> rows = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        ShortText.problem(title, PreparedList.LONGEST_TITLE).ifPresent(problem -> problems.add("Title: " + problem));
        for (int i = 0; i < Math.min(PreparedList.MOST_ITEMS, links.size()); i++) {
            var row = new Row(links.get(i).strip(), ShortText.plain(i < words.size() ? words.get(i) : ""));
            if (!row.link().isEmpty()) {
                rows.add(row);
                item(row, rows.size(), problems).ifPresent(items::add);
            } else if (!row.words().isEmpty()) {
                rows.add(row);
                problems.add("Item " + rows.size() + " has words, but no link.");
            }
        }
        if (rows.isEmpty()) {
            problems.add("Put in one link at least.");
        }
        Optional<PreparedList> list =
                problems.isEmpty() ? Optional.of(new PreparedList(title, List.copyOf(items))) : Optional.empty();
        show(ctx, new PreparedView(layouts.base(), courses.course(), list, title, rows, problems));
    }

    private Optional<Item> item(Row row, int number, List<String> problems) {
        ShortText.problem(row.words(), PreparedList.LONGEST_WORDS)
                .ifPresent(problem -> problems.add("Item " + number + ": " + problem));
        Optional<Place> place = PreparedList.place(row.link());
        if (place.isEmpty()) {
            problems.add("Item " + number + ": " + PreparedList.PROBLEM);
        } else if (!isThere(place.get(), courses.course())) {
            problems.add("Item " + number + ": " + missing(place.get()));
        }
        return place.map(found -> new Item(found, row.words()));
    }

    /** The list of a field as a file to save. */
    private void file(Context ctx) {
        String json = Optional.ofNullable(ctx.formParam("list"))
                .orElseThrow(() -> new BadInputException(
                        Kind.SHAPE, List.of(new Problem("/list", "The field \"list\" is missing."))));
        PreparedList list = PreparedList.read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        ctx.header("Content-Disposition", "attachment; filename=\"class-list.json\"");
        Responses.send(ctx, "application/json", Json.bytes(list.document()));
    }
}
