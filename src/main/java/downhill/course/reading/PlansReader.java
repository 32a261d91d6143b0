package downhill.course.reading;

import downhill.course.Lesson;
import downhill.course.guide.TeachingPlan;
import downhill.course.guide.TeachingPlan.Part;
import downhill.course.text.Content;
import downhill.course.text.Fields;
import downhill.course.text.Mistakes;
import downhill.course.text.Place;
import downhill.course.text.Prose;
import downhill.course.text.Yaml;
import downhill.course.text.YamlValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the plans for a class, {@code content/plans.yaml}. A course may have none. */
public final class PlansReader {
    private static final String FILE = "plans.yaml";
    private static final int MOST_MINUTES = 480;

    private final Content content;
    private final Prose prose;
    private final Mistakes mistakes;
    private final List<String> slugs;
    private final List<Lesson> lessons;

    PlansReader(Content content, Prose prose, Mistakes mistakes, List<String> slugs, List<Lesson> lessons) {
        this.content = content;
        this.prose = prose;
        this.mistakes = mistakes;
        this.slugs = slugs;
        this.lessons = lessons;
    }

    List<TeachingPlan> read() {
        return content.text(FILE)
                .flatMap(text -> Yaml.document(text, new Place("content/" + FILE, 1), mistakes))
                .map(YamlValue::fields)
                .map(this::plans)
                .orElse(List.of());
    }

    private List<TeachingPlan> plans(Fields fields) {
        List<TeachingPlan> plans =
                fields.list("plans").stream().map(v -> plan(v.fields())).toList();
        fields.refuseUnknown();
        return plans;
    }

    private TeachingPlan plan(Fields fields) {
        String title = fields.text("title");
        prose.title(title, fields.place());
        String about = fields.required("about")
                .map(v -> prose.line(v.text(), v.textPlace()).html())
                .orElse("");
        List<Part> parts = new ArrayList<>();
        Set<String> before = new HashSet<>();
        for (YamlValue value : fields.list("parts")) {
            parts.add(part(value.fields(), before));
        }
        fields.refuseUnknown();
        return new TeachingPlan(title, about, parts);
    }

    /** A sitting, whose lessons stand after those that they build on and fit into its time. */
    private Part part(Fields fields, Set<String> before) {
        String title = fields.text("title");
        int minutes =
                fields.required("minutes").map(v -> v.whole(1, MOST_MINUTES)).orElse(MOST_MINUTES);
        List<String> names = new ArrayList<>();
        int needed = 0;
        for (YamlValue value : fields.list("lessons")) {
            String name = value.choice("lesson", slugs);
            Optional<Lesson> lesson =
                    lessons.stream().filter(l -> l.slug().equals(name)).findFirst();
            lesson.ifPresent(read -> refuseTooEarly(value, read, before));
            needed += lesson.map(Lesson::minutes).orElse(0);
            before.add(name);
            lesson.ifPresent(read -> names.add(name));
        }
        if (needed > minutes) {
            fields.of("lessons").refuse("these lessons take " + needed + " minutes, and this part has " + minutes);
        }
        fields.refuseUnknown();
        return new Part(title, minutes, List.copyOf(names));
    }

    private static void refuseTooEarly(YamlValue value, Lesson lesson, Set<String> before) {
        lesson.after().stream()
                .filter(name -> !before.contains(name))
                .forEach(name -> value.refuse("the lesson \"" + lesson.slug() + "\" builds on \"" + name
                        + "\", which this plan does not have before it"));
    }
}
