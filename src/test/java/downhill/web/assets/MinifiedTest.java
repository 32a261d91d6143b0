package downhill.web.assets;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.course.reading.WidgetsReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The build minifies each file by itself. */
class MinifiedTest {
    private static final Path SOURCES = Path.of("web/static");
    private static final Pattern IMPORT = Pattern.compile("from ?\"([\\w./-]+)\"");
    private static final Pattern PRIVATE_FIELD = Pattern.compile("\\bthis\\.#\\w");
    private static final Assets BUILT = new Assets(Optional.empty(), WidgetsReader::onClassPath);

    /** Shows each file with this ending to a check: its path, its source, and what the server sends. */
    private static void each(String ending, Check check) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> found =
                    files.filter(path -> path.toString().endsWith(ending)).toList();
            assertThat(found).hasSizeGreaterThan(20);
            for (Path file : found) {
                String path = SOURCES.relativize(file).toString();
                String sent = new String(BUILT.file(path).orElseThrow(), StandardCharsets.UTF_8);
                check.of(path, Files.readString(file), sent);
            }
        }
    }

    private interface Check {
        void of(String path, String source, String sent);
    }

    private static Set<String> imports(String module) {
        return IMPORT.matcher(module).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    @Test
    void modulesKeepNoComment() throws IOException {
        each(
                ".js",
                (path, source, sent) ->
                        assertThat(sent).as(path).doesNotContain("/**", "\n//").hasSizeLessThan(source.length()));
    }

    @Test
    void sheetsKeepNoCommentAndNoIndentation() throws IOException {
        each(".css", (path, _, sent) -> assertThat(sent).as(path).doesNotContain("/* ", "{\n"));
    }

    @Test
    void modulesImportTheSameModules() throws IOException {
        each(".js", (path, source, sent) -> assertThat(imports(sent)).as(path).isEqualTo(imports(source)));
    }

    @Test
    void classesKeepTheirPrivateFields() throws IOException {
        each(
                ".js",
                (path, source, sent) -> assertThat(sent.contains("this.#"))
                        .as(path)
                        .isEqualTo(PRIVATE_FIELD.matcher(source).find()));
    }
}
