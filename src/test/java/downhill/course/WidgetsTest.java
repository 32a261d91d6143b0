package downhill.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import downhill.course.Widget.StageKind;
import downhill.course.reading.WidgetsReader;
import downhill.course.text.Content;
import downhill.course.text.ContentException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The list of widgets, and the descriptors in their folders. */
class WidgetsTest {
    private static final Path FOLDER = Path.of(WidgetsReader.FOLDER);
    private static final Widgets ALL = WidgetsReader.read(Content.in(FOLDER));

    private static List<File> filesIn(Path folder) {
        return List.of(Objects.requireNonNull(folder.toFile().listFiles()));
    }

    private static List<String> mistakes(Map<String, String> files) {
        ContentException e = catchThrowableOfType(
                ContentException.class, () -> WidgetsReader.read(path -> Optional.ofNullable(files.get(path))));
        return e.mistakes().stream().map(Object::toString).toList();
    }

    private static List<String> mistakes(String descriptor) {
        return mistakes(Map.of("widgets.json", "[\"dial\"]", "dial/widget.json", descriptor));
    }

    @Test
    void theListNamesEveryFolder() {
        List<String> folders = filesIn(FOLDER).stream()
                .filter(File::isDirectory)
                .map(File::getName)
                .toList();
        assertThat(ALL.all()).extracting(Widget::name).containsExactlyInAnyOrderElementsOf(folders);
    }

    @Test
    void theProgramBringsTheSameList() {
        assertThat(WidgetsReader.onClassPath()).isEqualTo(ALL);
    }

    @Test
    void theFilesAreJson() throws IOException {
        for (Widget widget : ALL.all()) {
            Path file = FOLDER.resolve(widget.name()).resolve("widget.json");
            assertThat(JsonMapper.shared().readTree(file).isObject())
                    .as(widget.name())
                    .isTrue();
        }
        assertThat(JsonMapper.shared().readTree(FOLDER.resolve("widgets.json")).isArray())
                .isTrue();
    }

    @Test
    void theGuideToLessonsListsWhatEachStageMayShow() throws IOException {
        String guide = Files.readString(Path.of("content/README.md")).replaceAll("\\s+", " ");
        List<String> run = ALL.on(StageKind.RUN);
        List<String> slice = ALL.on(StageKind.LANDSCAPE);
        assertThat(slice).containsAll(run);
        assertThat(guide)
                .contains("- `show` on a run: " + String.join(", ", run) + ". On a hill: "
                        + String.join(", ", ALL.on(StageKind.HILL)) + ". On a graph: "
                        + String.join(", ", ALL.on(StageKind.GRAPH)) + ". On a slice: those of a run, "
                        + slice.stream().filter(name -> !run.contains(name)).collect(Collectors.joining(", "))
                        + ". On a perceptron: " + String.join(", ", ALL.on(StageKind.PERCEPTRON)) + ".");
    }

    @Test
    void anElementIsDefinedInTheFolderOfItsName() throws IOException {
        for (Widget widget : ALL.all()) {
            String script = widget.element().substring(2);
            assertThat(Files.readString(FOLDER.resolve(script + "/" + script + ".js")))
                    .contains("customElements.define(\"" + widget.element() + "\"");
        }
    }

    /** Every element of a page is the stage, belongs to lessons, or has the folder in which the loader looks for it. */
    @Test
    void theLoaderFindsEveryElementOfAPage() throws IOException {
        Set<String> known = names(Files.readString(Path.of("web/static/js/later.js")), "\"(x-[a-z-]+)\":");
        assertThat(known).contains("x-scene");
        known.add("x-stage");
        ALL.all().forEach(widget -> known.add(widget.element()));
        Set<String> used = new TreeSet<>();
        for (File template : filesIn(Path.of("web/templates"))) {
            used.addAll(names(Files.readString(template.toPath()), "<(x-[a-z][a-z-]*)"));
        }
        assertThat(used).contains("x-stage", "x-question", "x-network");
        assertThat(known).containsAll(used);
    }

    @Test
    void aSectionHasTheFiguresOfAllWidgetsThatShowIt() {
        assertThat(ALL.figures())
                .containsEntry("network", "x-network,x-table,x-pattern-pad,x-digit-pad")
                .containsEntry("factors", "x-neuron:not([data-factors=none])")
                .containsEntry("film", "x-weight-picture[data-film]");
    }

    @Test
    void aSectionHasAHeading() throws IOException {
        String script = Files.readString(FOLDER.resolve("describe/describe.js"));
        assertThat(names(script, "\\b([a-z]+): \"[A-Z]"))
                .containsAll(ALL.figures().keySet());
    }

    private static Set<String> names(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aDescriptorHasDefaults() {
        Widgets widgets = WidgetsReader.read(path -> Optional.ofNullable(Map.of(
                        "widgets.json", "[\"dial\"]",
                        "dial/widget.json", "{\"stages\": [\"run\"]}")
                .get(path)));
        assertThat(widgets.all())
                .containsExactly(new Widget(
                        "dial", "x-dial", List.of(StageKind.RUN), List.of(), Map.of(), false, Optional.empty()));
        assertThat(widgets.on(StageKind.RUN)).containsExactly("dial");
        assertThat(widgets.on(StageKind.HILL)).isEmpty();
    }

    @Test
    void anUnknownFieldIsAMistakeWithFileAndLine() {
        assertThat(mistakes("{\n    \"lables\": [\"Turn\"]\n}"))
                .containsExactly(
                        "web/static/js/widgets/dial/widget.json:2: no field \"lables\"; did you mean \"labels\"?");
        assertThat(mistakes(
                        "{\"demo\": {\"title\": \"Dial\", \"line\": \"Turn it.\", \"show\": [\"dial\"], \"live\": 1}}"))
                .singleElement()
                .asString()
                .startsWith("web/static/js/widgets/dial/widget.json:1: no field \"live\"");
    }

    @Test
    void anUnknownKindOfStageIsAMistake() {
        assertThat(mistakes("{\"stages\": [\"hills\"]}"))
                .containsExactly(
                        "web/static/js/widgets/dial/widget.json:1: no kind of stage \"hills\"; did you mean \"hill\"?");
    }

    @Test
    void aConditionIsAnAttributeSelector() {
        assertThat(mistakes("{\"describes\": {\"dial\": \", x-network\"}}"))
                .singleElement()
                .asString()
                .startsWith("web/static/js/widgets/dial/widget.json:1: a condition is empty,");
    }

    @Test
    void aDemoShowsWidgetsThatThereAre() {
        assertThat(mistakes("{\"demo\": {\"title\": \"Dial\", \"line\": \"Turn it.\", \"show\": [\"dail\"]}}"))
                .containsExactly(
                        "web/static/js/widgets/dial/widget.json:1: no widget \"dail\"; did you mean \"dial\"?");
    }

    @Test
    void aNameWithoutAFolderIsAMistake() {
        assertThat(mistakes(Map.of("widgets.json", "[\"dial\"]")))
                .singleElement()
                .asString()
                .startsWith("web/static/js/widgets/dial/widget.json:1: there is no such file");
    }

    @Test
    void aNameStandsInTheListOnce() {
        assertThat(mistakes(Map.of("widgets.json", "[\"dial\",\n\"dial\"]", "dial/widget.json", "{}")))
                .singleElement()
                .asString()
                .startsWith("web/static/js/widgets/widgets.json:2: each widget has a name of its own");
    }
}
