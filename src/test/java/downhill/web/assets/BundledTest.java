package downhill.web.assets;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.course.reading.WidgetsReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The build joins the scripts into a few files and minifies them and the style sheets. */
class BundledTest {
    private static final Path SOURCES = Path.of("web/static");
    private static final Pattern IMPORT = Pattern.compile("(?:from|import) ?\"(\\.{1,2}/[\\w./-]+\\.js)\"");
    private static final Pattern LATER = Pattern.compile("import\\(\"(\\.{1,2}/[\\w./-]+\\.js)\"\\)");
    private static final Pattern ELEMENT = Pattern.compile("customElements\\.define\\(\"(x-[a-z-]+)\"");
    private static final Assets BUILT = new Assets(Optional.empty(), WidgetsReader::onClassPath);

    private static List<String> sent(String ending) {
        return BUILT.paths().stream().filter(path -> path.endsWith(ending)).toList();
    }

    private static String text(String path) {
        return new String(BUILT.file(path).orElseThrow(), StandardCharsets.UTF_8);
    }

    /** The scripts that a pattern finds in a script, as paths of their own. */
    private static Set<String> named(String script, Pattern pattern) {
        return pattern.matcher(text(script))
                .results()
                .map(found -> Path.of(script).resolveSibling(found.group(1)).normalize())
                .map(path -> path.toString().replace('\\', '/'))
                .collect(Collectors.toSet());
    }

    /** A script and all that it imports, and so on. */
    private static Set<String> loadedWith(String script) {
        Set<String> loaded = new HashSet<>();
        List<String> next = List.of(script);
        while (!next.isEmpty()) {
            loaded.addAll(next);
            next = next.stream()
                    .flatMap(path -> named(path, IMPORT).stream())
                    .filter(path -> !loaded.contains(path))
                    .distinct()
                    .toList();
        }
        return loaded;
    }

    private static List<String> elements(String script) {
        return ELEMENT.matcher(script)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String written() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES.resolve("js"))) {
            StringBuilder all = new StringBuilder();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".js")).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }

    @Test
    void everyImportedScriptIsThere() {
        for (String script : sent(".js")) {
            assertThat(BUILT.paths())
                    .as(script)
                    .containsAll(named(script, IMPORT))
                    .containsAll(named(script, LATER));
        }
    }

    @Test
    void everyElementIsDefinedOnceAndWhereTheLoaderLooksForIt() throws IOException {
        List<String> defined = sent(".js").stream()
                .flatMap(script -> elements(text(script)).stream())
                .toList();
        assertThat(defined).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(elements(written()));
        Set<String> common = loadedWith("js/app.js").stream()
                .flatMap(script -> elements(text(script)).stream())
                .collect(Collectors.toSet());
        Set<String> lessons = named("js/app.js", LATER).stream()
                .flatMap(script -> elements(text(script)).stream())
                .collect(Collectors.toSet());
        assertThat(defined).allSatisfy(element -> {
            String name = element.substring("x-".length());
            String own = "js/widgets/" + name + "/" + name + ".js";
            assertThat(common.contains(element)
                            || lessons.contains(element)
                            || elements(BUILT.file(own).map(_ -> text(own)).orElse(""))
                                    .contains(element))
                    .isTrue();
        });
    }

    @Test
    void aPageLoadsOneFileThatAllShareAndFewForAWidget() {
        assertThat(loadedWith("js/app.js")).hasSize(2).containsAll(BUILT.preloads());
        for (String widget : List.of("network", "cost-chart", "decision-map", "equation", "contour-map")) {
            Set<String> more = loadedWith("js/widgets/" + widget + "/" + widget + ".js");
            more.removeAll(loadedWith("js/app.js"));
            assertThat(more).as(widget).hasSizeLessThanOrEqualTo(7);
        }
    }

    /** A script does not know where it is: its text may be sent in another file, in another folder. */
    @Test
    void noScriptAsksForItsOwnAddress() throws IOException {
        assertThat(written()).doesNotContain("import.meta");
    }

    @Test
    void scriptsKeepNoComment() {
        assertThat(sent(".js"))
                .hasSizeGreaterThan(50)
                .allSatisfy(script -> assertThat(text(script)).doesNotContain("/**", "\n//"));
    }

    @Test
    void sheetsKeepNoCommentAndNoIndentation() {
        assertThat(sent(".css"))
                .hasSizeGreaterThan(20)
                .allSatisfy(sheet -> assertThat(text(sheet)).doesNotContain("/* ", "{\n"));
    }

    @Test
    void classesKeepTheirPrivateFields() {
        String shared = BUILT.preloads().stream().map(BundledTest::text).collect(Collectors.joining());
        assertThat(shared.contains("this.#")).isTrue();
    }
}
