package downhill.course.reading;

import downhill.course.Lesson;
import downhill.course.Scene;
import downhill.course.Stage;
import downhill.course.Widgets;
import downhill.course.guide.TeachingGuide;
import downhill.course.guide.TeachingGuide.Discussion;
import downhill.course.guide.TeachingGuide.Misconception;
import downhill.course.guide.TeachingGuide.Row;
import downhill.course.text.Content;
import downhill.course.text.Fields;
import downhill.course.text.Mistakes;
import downhill.course.text.Passage;
import downhill.course.text.Place;
import downhill.course.text.Prose;
import downhill.course.text.Yaml;
import downhill.course.text.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a lesson's teaching guide, {@code content/LESSON/teaching.yaml}. */
public final class GuideReader {
    private static final Pattern SCENES = Pattern.compile("([1-9]\\d?)(?:\\s*[-\u2013]\\s*([1-9]\\d?))?");
    private static final int MOST_MINUTES = 120;

    private final Content content;
    private final Prose prose;
    private final Mistakes mistakes;
    private final Lesson lesson;
    private final Labels labels;

    GuideReader(Content content, Widgets widgets, Prose prose, Mistakes mistakes, Lesson lesson) {
        this.content = content;
        this.prose = prose;
        this.mistakes = mistakes;
        this.lesson = lesson;
        List<Stage> stages = lesson.scenes().stream().map(Scene::stage).toList();
        this.labels = Labels.of(stages, widgets);
    }

    /** The guide, if the lesson has one. */
    Optional<TeachingGuide> read() {
        String path = lesson.slug() + "/teaching.yaml";
        return content.text(path)
                .flatMap(text -> Yaml.document(text, new Place("content/" + path, 1), mistakes))
                .map(document -> guide(document.fields()));
    }

    private TeachingGuide guide(Fields fields) {
        var guide = new TeachingGuide(
                lines(fields, "aims"),
                lines(fields, "before"),
                plan(fields),
                some(fields, "misconceptions").stream().map(this::misconception).toList(),
                some(fields, "discuss").stream().map(this::discussion).toList());
        fields.refuseUnknown();
        return guide;
    }

    /** The elements of a list, noted as missing if there are none. */
    private static List<YamlValue> some(Fields fields, String name) {
        List<YamlValue> elements =
                fields.required(name).map(YamlValue::elements).orElse(List.of());
        if (fields.has(name) && elements.isEmpty()) {
            fields.of(name).refuse("\"" + name + "\" has nothing in it");
        }
        return elements;
    }

    private List<String> lines(Fields fields, String name) {
        return some(fields, name).stream().map(this::line).toList();
    }

    private List<Row> plan(Fields fields) {
        List<Row> rows = new ArrayList<>();
        int next = 1;
        for (YamlValue value : some(fields, "plan")) {
            Row row = row(value.fields(), next);
            next = row.last() + 1;
            rows.add(row);
        }
        int scenes = lesson.scenes().size();
        if (!rows.isEmpty() && next <= scenes) {
            fields.of("plan")
                    .refuse("the plan ends before scene " + next + "; add a row for "
                            + (next == scenes ? "it" : "scenes " + next + "-" + scenes));
        }
        int minutes = rows.stream().mapToInt(Row::minutes).sum();
        if (!rows.isEmpty() && minutes != lesson.minutes()) {
            fields.of("plan")
                    .refuse("the minutes of this plan add up to " + minutes + ", and the lesson's own \"minutes\" are "
                            + lesson.minutes());
        }
        return rows;
    }

    private Row row(Fields fields, int next) {
        int[] scenes =
                fields.required("scenes").map(value -> scenes(value, next)).orElse(new int[] {next, next});
        int minutes =
                fields.required("minutes").map(v -> v.whole(1, MOST_MINUTES)).orElse(1);
        String activity = fields.required("do").map(this::line).orElse("");
        String ask = fields.value("ask").map(this::line).orElse("");
        fields.refuseUnknown();
        return new Row(scenes[0], scenes[1], minutes, activity, ask);
    }

    /** The first and the last scene of a row, which follow those of the row before. */
    private int[] scenes(YamlValue value, int next) {
        Matcher matcher = SCENES.matcher(value.text());
        if (!matcher.matches()) {
            value.refuse("the scenes of a row are \"3\" or \"3-5\", not \"" + value.text() + "\"");
            return new int[] {next, next};
        }
        int first = Integer.parseInt(matcher.group(1));
        int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
        if (first != next) {
            value.refuse("this row begins with scene " + first + ", and scene " + next
                    + " is next; rows cover every scene once, in order");
        } else if (last < first || last > lesson.scenes().size()) {
            value.refuse("scenes go from " + first + " to " + lesson.scenes().size() + " at most here");
        }
        return new int[] {first, Math.max(first, last)};
    }

    private Misconception misconception(YamlValue value) {
        Fields fields = value.fields();
        String says = fields.required("says").map(this::line).orElse("");
        String but = fields.required("but").map(this::line).orElse("");
        int scene = fields.required("scene")
                .map(v -> v.whole(1, lesson.scenes().size()))
                .orElse(1);
        fields.refuseUnknown();
        return new Misconception(says, but, scene);
    }

    private Discussion discussion(YamlValue value) {
        Fields fields = value.fields();
        String ask = fields.required("ask").map(this::line).orElse("");
        String points = fields.required("points").map(this::line).orElse("");
        boolean beyond = fields.value("beyond").map(YamlValue::flag).orElse(false);
        fields.refuseUnknown();
        return new Discussion(ask, points, beyond);
    }

    /** One paragraph, without numbers of a stage: a guide has none. */
    private String line(YamlValue value) {
        Passage passage = prose.line(value.text(), value.textPlace());
        passage.bound()
                .forEach(bound -> mistakes.note(
                        bound.place(),
                        "a guide has no stage, so \"{{" + bound.path() + "}}\" has no number here; name the scene that"
                                + " shows it"));
        labels.check(passage, mistakes);
        return passage.html();
    }
}
