package downhill.course.reading;

import downhill.course.Course;
import downhill.course.Lesson;
import downhill.course.ProgramNote;
import downhill.course.Term;
import downhill.course.Widgets;
import downhill.course.guide.TeachingGuide;
import downhill.course.guide.TeachingPlan;
import downhill.course.text.Content;
import downhill.course.text.ContentException;
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
import java.util.function.Consumer;

/** Reads a whole course: its order, its glossary, its lessons; every mistake in them is raised together. */
public final class CourseReader {
    private static final String ORDER = "course.yaml";

    /** A lesson's place in the order. */
    private record Entry(String slug, List<String> after) {}

    private final Content content;
    private final Widgets widgets;
    private final String base;
    private final Mistakes mistakes = new Mistakes();

    private CourseReader(Content content, Widgets widgets, String base) {
        this.content = content;
        this.widgets = widgets;
        this.base = base;
    }

    /**
     * The course in these files, with the widgets that came with the program.
     *
     * @param base the beginning of every address, empty or "/…"
     * @throws ContentException with every mistake in them
     */
    public static Course read(Content content, String base) {
        return read(content, WidgetsReader.onClassPath(), base, warning -> {});
    }

    /**
     * The course in these files, for an author.
     *
     * @param widgets that its stages may show
     * @param warned of each fault of wording, by which a lesson is not yet wrong
     * @throws ContentException with every mistake in the files
     */
    public static Course read(Content content, Widgets widgets, String base, Consumer<Mistake> warned) {
        CourseReader reader = new CourseReader(content, widgets, base);
        Course course = reader.read();
        reader.warnings().forEach(warned);
        return course;
    }

    /**
     * The same without the lessons that have a mistake, for a site that is better open with a gap than closed.
     *
     * @param report hears of each mistake
     */
    public static Course readable(Content content, Widgets widgets, String base, Consumer<Mistake> report) {
        CourseReader reader = new CourseReader(content, widgets, base);
        Course course = reader.readable();
        reader.mistakes().forEach(report);
        return course;
    }

    private Course read() {
        Course course = readable();
        mistakes.raise();
        return course;
    }

    /** Returns the part that is without mistakes. */
    private Course readable() {
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
            Optional<Lesson> lesson = new LessonReader(content, widgets, prose, mistakes, slugs, labelWords)
                    .read(entry.slug(), lessons.size() + 1, entry.after());
            if (mistakes.all().size() == before) {
                lesson.ifPresent(lessons::add);
            }
        }
        Map<String, TeachingGuide> guides = guides(prose, lessons);
        List<TeachingPlan> plans = new PlansReader(content, prose, mistakes, slugs, lessons).read();
        List<ProgramNote> notes = new NotesReader(content, prose, mistakes).read();
        checkScenes(links, lessons);
        labelWords.checkOrder();
        return new Course(List.copyOf(lessons), terms, guides, plans, notes);
    }

    /** The guides without mistakes, by the names of their lessons. */
    private Map<String, TeachingGuide> guides(Prose prose, List<Lesson> lessons) {
        Map<String, TeachingGuide> guides = new LinkedHashMap<>();
        for (Lesson lesson : lessons) {
            int before = mistakes.all().size();
            Optional<TeachingGuide> guide = new GuideReader(content, widgets, prose, mistakes, lesson).read();
            if (mistakes.all().size() == before) {
                guide.ifPresent(read -> guides.put(lesson.slug(), read));
            }
        }
        return guides;
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
