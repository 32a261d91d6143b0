package downhill.course;

import downhill.course.text.Content;
import downhill.course.text.Fields;
import downhill.course.text.Links;
import downhill.course.text.Mistake;
import downhill.course.text.Mistakes;
import downhill.course.text.Place;
import downhill.course.text.Prose;
import downhill.course.text.Yaml;
import downhill.course.text.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a whole course: its order, its glossary, its lessons; every mistake in them is raised together. */
final class CourseReader {
    private static final String ORDER = "course.yaml";

    /** A lesson as it stands in the order. */
    private record Entry(String slug, List<String> after) {}

    private final Content content;
    private final String base;
    private final Mistakes mistakes = new Mistakes();

    CourseReader(Content content, String base) {
        this.content = content;
        this.base = base;
    }

    /** @throws ContentException with every mistake */
    Course read() {
        Course course = readable();
        mistakes.raise();
        return course;
    }

    /** What is without mistakes. */
    Course readable() {
        List<Entry> order = order();
        List<String> slugs = order.stream().map(Entry::slug).toList();
        var lessonNames = new java.util.LinkedHashSet<>(slugs);
        GlossaryReader glossary = new GlossaryReader(content, base, lessonNames, mistakes);
        List<Term> terms = glossary.read();
        Links links = new Links(base, glossary.meanings(), lessonNames, mistakes);
        Prose prose = new Prose(links, mistakes);
        LabelWords labelWords = new LabelWords(mistakes);
        List<Lesson> lessons = new ArrayList<>();
        for (Entry entry : order) {
            int before = mistakes.all().size();
            Optional<Lesson> lesson = new LessonReader(content, prose, mistakes, slugs, labelWords)
                    .read(entry.slug(), lessons.size() + 1, entry.after());
            if (mistakes.all().size() == before) {
                lesson.ifPresent(lessons::add);
            }
        }
        checkScenes(links, lessons);
        labelWords.checkOrder();
        return new Course(List.copyOf(lessons), terms);
    }

    List<Mistake> mistakes() {
        return mistakes.all();
    }

    List<Mistake> warnings() {
        return mistakes.warnings();
    }

    private List<Entry> order() {
        Optional<YamlValue> document =
                content.text(ORDER).flatMap(text -> Yaml.document(text, new Place("content/" + ORDER, 1), mistakes));
        if (document.isEmpty()) {
            mistakes.note(new Place("content/" + ORDER, 1), "there is no order of lessons here");
            return List.of();
        }
        Fields fields = document.get().fields();
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (YamlValue value : fields.list("lessons")) {
            entry(value, entries);
        }
        fields.refuseUnknown();
        return List.copyOf(entries.values());
    }

    private void entry(YamlValue value, Map<String, Entry> before) {
        Fields fields = value.fields();
        String slug = fields.text("lesson");
        for (YamlValue name : fields.list("after")) {
            if (!before.containsKey(name.text())) {
                mistakes.unknown(name.place(), "earlier lesson", name.text(), before.keySet());
            }
        }
        fields.refuseUnknown();
        if (before.put(slug, new Entry(slug, fields.texts("after"))) != null) {
            value.refuse("the lesson \"" + slug + "\" is listed twice");
        }
    }

    private void checkScenes(Links links, List<Lesson> lessons) {
        for (Links.ToScene link : links.toScenes()) {
            lessons.stream()
                    .filter(lesson -> lesson.slug().equals(link.lesson()))
                    .filter(lesson -> lesson.scene(link.scene()).isEmpty())
                    .forEach(lesson -> mistakes.note(
                            link.place(),
                            "the lesson \"" + link.lesson() + "\" has no scene " + link.scene() + "; its last is "
                                    + lesson.scenes().size()));
        }
    }
}
