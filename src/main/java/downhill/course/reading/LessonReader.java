package downhill.course.reading;

import downhill.course.Lesson;
import downhill.course.LessonRun;
import downhill.course.Scene;
import downhill.course.Widgets;
import downhill.course.text.Content;
import downhill.course.text.Fields;
import downhill.course.text.Mistakes;
import downhill.course.text.Place;
import downhill.course.text.Prose;
import downhill.course.text.Yaml;
import downhill.course.text.YamlValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a lesson's file: the front matter here, the scenes by a {@link SceneReader}. */
public final class LessonReader {
    private static final String FENCE = "---";

    private final Content content;
    private final Widgets widgets;
    private final Prose prose;
    private final Mistakes mistakes;
    private final List<String> slugs;
    private final LabelWords labelWords;

    LessonReader(
            Content content,
            Widgets widgets,
            Prose prose,
            Mistakes mistakes,
            List<String> slugs,
            LabelWords labelWords) {
        this.content = content;
        this.widgets = widgets;
        this.prose = prose;
        this.mistakes = mistakes;
        this.slugs = slugs;
        this.labelWords = labelWords;
    }

    Optional<Lesson> read(String slug, int number, List<String> after) {
        String path = slug + "/lesson.md";
        Place first = new Place("content/" + path, 1);
        Optional<String> text = content.text(path);
        if (text.isEmpty()) {
            mistakes.note(
                    new Place("content/course.yaml", 1), "the lesson \"" + slug + "\" has no file content/" + path);
            return Optional.empty();
        }
        List<String> lines = text.get().lines().toList();
        int end = lines.isEmpty() ? -1 : lines.subList(1, lines.size()).indexOf(FENCE) + 1;
        if (end < 1 || !lines.getFirst().equals(FENCE)) {
            mistakes.note(first, "a lesson begins with its front matter between two lines of ---");
            return Optional.empty();
        }
        String front = String.join("\n", lines.subList(1, end));
        String body = String.join("\n", lines.subList(end + 1, lines.size()));
        return Yaml.document(front, first.down(1), mistakes)
                .map(yaml -> lesson(slug, number, after, yaml.fields(), body, first.down(end + 1)));
    }

    private Lesson lesson(String slug, int number, List<String> after, Fields front, String body, Place bodyPlace) {
        String title = front.text("title");
        prose.title(title, front.place());
        String question = front.required("question").map(this::line).orElse("");
        int minutes = front.required("minutes").map(v -> v.whole(1, 120)).orElse(1);
        List<String> summary = front.list("summary").stream().map(this::line).toList();
        if (summary.isEmpty()) {
            mistakes.note(front.place(), "\"summary\" is missing: two to four sentences for the last card");
        }
        Optional<String> next = front.value("next").map(value -> value.choice("lesson", slugs));
        labelWords.teach(front, slug);
        RunsReader runsReader = new RunsReader(mistakes);
        Map<String, LessonRun> runs = runsReader.read(front);
        front.refuseUnknown();
        var stages = new StageReader(widgets, runs, runsReader.refused(), labelWords, slug);
        List<Scene> scenes = new SceneReader(prose, mistakes, stages).read(body, bodyPlace);
        return new Lesson(slug, number, title, question, minutes, summary, next, after, runs, scenes);
    }

    private String line(YamlValue value) {
        return prose.line(value.text(), value.textPlace()).html();
    }
}
