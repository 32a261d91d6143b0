package downhill.course.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The targets that links in lessons may have: {@code glossary:NAME}, {@code lesson:SLUG}, {@code lesson:SLUG/SCENE}, {@code page:playground}, and the open web.
 */
public final class Links {
    /** A link to a scene, which can be checked when all lessons are read. */
    public record ToScene(String lesson, int scene, Place place) {}

    /** The pages beside the lessons to which a lesson may lead. */
    private static final List<String> PAGES = List.of("playground", "labs/expressions", "labs/digits", "api");

    private final String base;
    private final Map<String, String> meanings;
    private final Set<String> lessons;
    private final Mistakes mistakes;
    private final List<ToScene> toScenes = new ArrayList<>();
    private int shown;

    /**
     * Links in a course.
     *
     * @param base the beginning of every address
     * @param meanings the glossary's texts by name, as HTML without links; where terms lead to the glossary itself, empty texts
     */
    public Links(String base, Map<String, String> meanings, Set<String> lessons, Mistakes mistakes) {
        this.base = base;
        this.meanings = meanings;
        this.lessons = lessons;
        this.mistakes = mistakes;
    }

    /** The links to scenes so far. */
    public List<ToScene> toScenes() {
        return List.copyOf(toScenes);
    }

    /** The HTML of a link with this content; only the content, and a mistake noted, if it leads nowhere. */
    String html(String target, String content, Place place) {
        Optional<String> term = after("glossary:", target);
        if (term.isPresent()) {
            return term(term.get(), content, place);
        }
        Optional<String> lesson = after("lesson:", target);
        if (lesson.isPresent()) {
            return lesson(lesson.get(), content, place);
        }
        Optional<String> page = after("page:", target);
        if (page.isPresent() && PAGES.contains(page.get())) {
            return "<a href=\"" + base + "/" + page.get() + "\">" + content + "</a>";
        }
        if (!target.startsWith("https://") || target.contains("\"")) {
            mistakes.note(
                    place,
                    "\"" + target
                            + "\" is no link of a lesson; there are glossary:NAME, lesson:NAME, lesson:NAME/SCENE,"
                            + " page: with one of " + String.join(", ", PAGES) + ", and https://…");
            return content;
        }
        return "<a href=\"" + TexNames.escaped(target) + "\">" + content + "</a>";
    }

    private static Optional<String> after(String start, String text) {
        return text.startsWith(start) ? Optional.of(text.substring(start.length())) : Optional.empty();
    }

    private String term(String name, String content, Place place) {
        String meaning = meanings.get(name);
        if (meaning == null) {
            mistakes.unknown(place, "glossary entry", name, meanings.keySet());
            return content;
        }
        String address = base + "/glossary#" + name;
        if (meaning.isEmpty()) {
            return "<a href=\"" + address + "\">" + content + "</a>";
        }
        String id = "meaning-" + ++shown;
        return "<x-term><a href=\"" + address + "\" aria-describedby=\"" + id + "\">" + content
                + "</a><span class=\"meaning\" role=\"tooltip\" id=\"" + id + "\" popover>" + meaning
                + "</span></x-term>";
    }

    private String lesson(String target, String content, Place place) {
        String[] parts = target.split("/", 2);
        if (!lessons.contains(parts[0])) {
            mistakes.unknown(place, "lesson", parts[0], lessons);
            return content;
        }
        if (parts.length > 1) {
            if (!parts[1].matches("[1-9]\\d{0,2}")) {
                mistakes.note(place, "\"" + parts[1] + "\" is no number of a scene");
                return content;
            }
            toScenes.add(new ToScene(parts[0], Integer.parseInt(parts[1]), place));
        }
        return "<a href=\"" + base + "/lessons/" + target + "\">" + content + "</a>";
    }
}
