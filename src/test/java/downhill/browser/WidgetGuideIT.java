package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import downhill.App;
import downhill.browser.Tab.Look;
import downhill.course.Course;
import downhill.course.Scene;
import downhill.course.Stage;
import downhill.course.reading.CourseReader;
import downhill.course.reading.WidgetsReader;
import downhill.course.text.Content;
import downhill.live.ServerLimits;
import downhill.web.http.ServerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README is followed word by word: "I want to add a widget". */
class WidgetGuideIT {
    private static final String NAME = "cost-line";
    private static final String FENCE = "\n```";

    @TempDir
    Path root = Path.of("");

    @BeforeEach
    void followTheGuide() throws IOException {
        for (String folder : new String[] {"web/static", "web/templates", "content"}) {
            copy(Path.of(folder), root.resolve(folder));
        }
        String readme = Files.readString(Path.of("README.md"));
        String guide =
                readme.substring(readme.indexOf("## I want to add a widget"), readme.indexOf("## A map of the code"));
        Path widgets = root.resolve(WidgetsReader.FOLDER);
        Path folder = Files.createDirectory(widgets.resolve(NAME));
        Files.writeString(folder.resolve(NAME + ".js"), block(guide, "js"));
        Files.writeString(folder.resolve("widget.json"), block(guide, "json"));
        Files.writeString(folder.resolve(NAME + ".css"), block(guide, "css"));
        Path list = widgets.resolve("widgets.json");
        Files.writeString(list, Files.readString(list).replaceFirst("\n]", ",\n    \"" + NAME + "\"\n]"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    /** The first block of a language. */
    private static String block(String guide, String language) {
        String open = FENCE + language + "\n";
        int start = guide.indexOf(open) + open.length();
        assertThat(start).isGreaterThanOrEqualTo(open.length());
        return guide.substring(start, guide.indexOf(FENCE, start) + 1);
    }

    @Test
    void theWidgetIsOnItsDemoPage() {
        var settings = new ServerSettings(0, "127.0.0.1", "", Optional.of(root));
        try (App app = new App(settings, ServerLimits.DEFAULT);
                Tab tab = new Tab(Look.WIDE)) {
            String origin = "http://127.0.0.1:" + app.start();
            Tab.visit(tab.page, origin + "/widgets");
            Locator link = tab.page.locator("h3 a[href='/widgets/cost-line']");
            assertThat(link).hasText("Cost line");
            link.click();
            Locator drawn = tab.page.locator("section[aria-labelledby=recorded] x-cost-line");
            assertThat(drawn).hasText("At step 0 the cost is 0.298.");
            tab.page
                    .locator("section[aria-labelledby=recorded] [aria-label='Step forward']")
                    .click();
            assertThat(drawn).containsText("At step 1 the cost is 0.29");
            assertThat(drawn).hasCSS("display", "block");
            tab.isAccessible();
        }
    }

    @Test
    void aLessonMayShowIt() throws IOException {
        Path lesson = root.resolve("content/sensitivity/lesson.md");
        Files.writeString(
                lesson, Files.readString(lesson).replaceFirst("show: \\[network", "show: [cost-line, network"));
        Course course = CourseReader.read(
                Content.in(root.resolve("content")),
                WidgetsReader.read(Content.in(root.resolve(WidgetsReader.FOLDER))),
                "",
                warning -> {});
        assertThat(course.lesson("sensitivity").orElseThrow().scenes())
                .extracting(Scene::stage)
                .flatExtracting(Stage::show)
                .contains(NAME);
    }
}
