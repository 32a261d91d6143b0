package downhill.course.reading;

import downhill.course.Stage.HillStage;
import downhill.course.Widget;
import downhill.course.Widget.Demo;
import downhill.course.Widget.Source;
import downhill.course.Widget.StageKind;
import downhill.course.Widget.Topic;
import downhill.course.Widgets;
import downhill.course.text.Content;
import downhill.course.text.Fields;
import downhill.course.text.Mistakes;
import downhill.course.text.Place;
import downhill.course.text.Yaml;
import downhill.course.text.YamlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads the list of widgets and the descriptor in each one's folder; every mistake in them is raised together. */
public final class WidgetsReader {
    /** The folder of the widgets, from the top of the repository. */
    public static final String FOLDER = "web/static/js/widgets/";

    private static final String LIST = "widgets.json";
    private static final String NAME = "[a-z]+(-[a-z]+)*";
    private static final String CONDITION = "(\\[[a-z-]+(=[a-z-]+)?]|:not\\(\\[[a-z-]+(=[a-z-]+)?]\\))?";

    private final Content content;
    private final Mistakes mistakes = new Mistakes();

    private WidgetsReader(Content content) {
        this.content = content;
    }

    /** Returns the widgets that came with the program. */
    public static Widgets onClassPath() {
        return read(Content.onClassPath("/" + FOLDER));
    }

    /**
     * The widgets in these folders.
     *
     * @throws downhill.course.text.ContentException with every mistake in their descriptors
     */
    public static Widgets read(Content content) {
        WidgetsReader reader = new WidgetsReader(content);
        Widgets widgets = reader.widgets();
        reader.mistakes.raise();
        return widgets;
    }

    private Widgets widgets() {
        Map<String, Fields> descriptors = new LinkedHashMap<>();
        for (YamlValue name : document(LIST).map(YamlValue::elements).orElse(List.of())) {
            if (!name.text().matches(NAME) || descriptors.containsKey(name.text())) {
                name.refuse("each widget has a name of its own, in small letters with - between words, not \""
                        + name.text() + "\"");
            } else {
                document(name.text() + "/widget.json").ifPresent(found -> descriptors.put(name.text(), found.fields()));
            }
        }
        // A demo page may show other widgets: they are read first.
        Widgets bare = new Widgets(each(descriptors, (name, fields) -> widget(name, fields, Optional.empty())));
        Widgets all = new Widgets(each(
                descriptors,
                (name, fields) ->
                        widget(name, fields, fields.value("demo").map(demo -> demo(name, demo.fields(), bare)))));
        descriptors.values().forEach(Fields::refuseUnknown);
        return all;
    }

    private static List<Widget> each(Map<String, Fields> descriptors, BiFunction<String, Fields, Widget> read) {
        return descriptors.entrySet().stream()
                .map(descriptor -> read.apply(descriptor.getKey(), descriptor.getValue()))
                .toList();
    }

    private Optional<YamlValue> document(String path) {
        Place first = new Place(FOLDER + path, 1);
        Optional<String> text = content.text(path);
        if (text.isEmpty()) {
            mistakes.note(first, "there is no such file; " + LIST + " names every widget that has a folder");
        }
        return text.flatMap(json -> Yaml.document(json, first, mistakes));
    }

    private static Widget widget(String name, Fields fields, Optional<Demo> demo) {
        List<StageKind> stages = fields.list("stages").stream()
                .map(value -> value.choice("kind of stage", StageReader.namesOf(StageKind.values())))
                .map(kind -> StageKind.valueOf(kind.toUpperCase(Locale.ROOT)))
                .toList();
        String element = fields.value("element")
                .map(value -> matching(value, "x-" + NAME, "the name of an element begins with x-"))
                .orElse("x-" + name);
        boolean lessonsOnly = fields.value("lessonsOnly").map(YamlValue::flag).orElse(false);
        return new Widget(name, element, stages, fields.texts("labels"), describes(fields), lessonsOnly, demo);
    }

    private static Map<String, String> describes(Fields fields) {
        Map<String, String> conditions = new LinkedHashMap<>();
        fields.value("describes")
                .map(YamlValue::fields)
                .ifPresent(sections -> sections.names()
                        .forEach(section -> conditions.put(
                                section,
                                matching(
                                        sections.of(section),
                                        CONDITION,
                                        "a condition is empty, [attribute], [attribute=value] or :not(...) of one"))));
        return conditions;
    }

    private static String matching(YamlValue value, String pattern, String rule) {
        if (!value.text().matches(pattern)) {
            value.refuse(rule + ", not \"" + value.text() + "\"");
        }
        return value.text();
    }

    private static Demo demo(String name, Fields fields, Widgets known) {
        String title = fields.text("title");
        String line = fields.text("line");
        List<String> names = known.all().stream().map(Widget::name).toList();
        List<String> show = StageReader.names(fields, "show", "widget", names);
        Source source = source(fields, known);
        if (show.isEmpty() != source instanceof Source.Hills) {
            fields.mistakes()
                    .note(fields.place(), "a demo page has either \"hills\" or \"show\", the widgets on its stage");
        }
        Topic topic = fields.value("topic")
                .map(value -> value.choice("topic", StageReader.namesOf(Topic.values())))
                .map(chosen -> Topic.valueOf(chosen.toUpperCase(Locale.ROOT)))
                .orElse(source.topic());
        fields.refuseUnknown();
        return new Demo(name, title, line, show, source, topic);
    }

    private static Source source(Fields fields, Widgets known) {
        List<String> kinds =
                List.of("on", "recording", "hills").stream().filter(fields::has).toList();
        if (kinds.size() > 1) {
            fields.mistakes().note(fields.place(), "a demo page has one of " + String.join(", ", kinds));
        }
        return switch (kinds.isEmpty() ? "" : kinds.getFirst()) {
            case "on" ->
                switch (fields.of("on").choice("demo", List.of("digits", "formula", "perceptron"))) {
                    case "digits" -> new Source.Digits();
                    case "perceptron" -> new Source.Perceptron();
                    default -> new Source.Formula();
                };
            case "recording" -> new Source.Recorded(fields.text("recording"));
            case "hills" -> new Source.Hills(hills(fields.of("hills").fields(), known.on(StageKind.HILL)));
            default -> new Source.Xor();
        };
    }

    private static Map<String, HillStage> hills(Fields stages, List<String> widgets) {
        Map<String, HillStage> hills = new LinkedHashMap<>();
        for (String id : stages.names()) {
            Fields fields = stages.of(id).fields();
            HillReader.read(fields, widgets).ifPresent(hill -> hills.put(id, hill));
            fields.refuseUnknown();
        }
        return hills;
    }
}
