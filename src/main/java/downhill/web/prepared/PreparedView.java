package downhill.web.prepared;

import downhill.classroom.PreparedList;
import downhill.classroom.PreparedList.OfPlayground;
import downhill.classroom.PreparedList.OfScene;
import downhill.classroom.PreparedList.Place;
import downhill.course.Course;
import downhill.json.form.Json;
import downhill.json.link.LinkText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A teacher's list, as its page needs it.
 *
 * @param base what every address of the app begins with
 * @param list nothing while it is made, or has mistakes
 * @param title as it was typed
 * @param rows as they were typed
 * @param problems the mistakes, as sentences
 */
public record PreparedView(
        String base, Course course, Optional<PreparedList> list, String title, List<Row> rows, List<String> problems) {
    /** The rows without anything that the form has for more. */
    private static final int MORE = 3;

    /** A row of the form, as it was typed. */
    public record Row(String link, String words) {}

    static PreparedView empty(String base, Course course, List<String> problems) {
        return new PreparedView(base, course, Optional.empty(), "", List.of(), problems);
    }

    static PreparedView of(String base, Course course, PreparedList list) {
        List<Row> rows = list.items().stream()
                .map(item -> new Row(item.place().path(), item.words()))
                .toList();
        return new PreparedView(base, course, Optional.of(list), list.title(), rows, List.of());
    }

    /** The rows of the form: those that there are, and some more. */
    public List<Row> fields() {
        List<Row> fields = new ArrayList<>(rows);
        for (int i = 0; i < MORE && fields.size() < PreparedList.MOST_ITEMS; i++) {
            fields.add(new Row("", ""));
        }
        return fields;
    }

    /** The list as the text of its file. */
    public String json() {
        return list.map(shown -> new String(Json.bytes(shown.document()), StandardCharsets.UTF_8))
                .orElse("");
    }

    /** The address of the list; nothing if it would be too long for a link. */
    public Optional<String> link() {
        return list.map(shown -> LinkText.pack(Json.bytes(shown.document())))
                .filter(text -> text.length() <= LinkText.MOST_CHARACTERS)
                .map(text -> base + "/prepared?list=" + text);
    }

    /** The name of a place for people. */
    public String name(Place place) {
        return switch (place) {
            case OfScene(String slug, int number) ->
                course.lesson(slug)
                        .flatMap(lesson -> lesson.scene(number)
                                .map(scene -> lesson.title() + ", scene " + number + ": " + scene.title()))
                        .orElse(place.path());
            case OfPlayground(String query) -> query.isEmpty() ? "Playground" : "Playground, as you left it";
        };
    }

    /** The reason why no class can start with the list; nothing if one can. */
    public Optional<String> problemOfClass() {
        return list.flatMap(PreparedList::problemOfClass);
    }

    /** The scene at which a class can start; nothing for the playground. */
    public Optional<OfScene> scene(Place place) {
        return place instanceof OfScene scene ? Optional.of(scene) : Optional.empty();
    }
}
