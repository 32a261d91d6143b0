package downhill.web.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules that all style sheets keep. */
class SheetsTest {
    private static final Path STATIC = Path.of("web/static");
    private static final Path PAGES = STATIC.resolve("css/every-page.css");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\b(?:rgb|hsl|oklch|light-dark)a?\\(");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
    private static final Pattern ORDER = Pattern.compile("@layer ([\\w, ]+);");
    private static final Pattern IMPORT = Pattern.compile("@import \"[^\"]+\"([^;]*);");
    private static final Pattern LAYER = Pattern.compile(" layer\\((\\w+)\\)");

    private static List<Path> sheets() throws IOException {
        try (Stream<Path> files = Files.walk(STATIC)) {
            return files.filter(path -> path.toString().endsWith(".css")).toList();
        }
    }

    private static boolean isOfWidget(Path sheet) {
        return sheet.startsWith(STATIC.resolve("js"));
    }

    /** The rules of a sheet, without its comments. */
    private static String rules(Path sheet) throws IOException {
        return COMMENT.matcher(Files.readString(sheet)).replaceAll("");
    }

    private static List<String> layers() throws IOException {
        return ORDER.matcher(rules(PAGES))
                .results()
                .map(found -> List.of(found.group(1).split(", ", -1)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void onlyTokensHoldColours() throws IOException {
        for (Path sheet : sheets()) {
            assertThat(COLOUR.matcher(rules(sheet)).find())
                    .as(sheet.toString())
                    .isEqualTo(sheet.endsWith("tokens.css"));
        }
    }

    @Test
    void noRuleIsImportant() throws IOException {
        for (Path sheet : sheets()) {
            assertThat(rules(sheet)).as(sheet.toString()).doesNotContain("!important");
        }
    }

    @Test
    void layersAreNamedOnceAndBeforeAllElse() throws IOException {
        assertThat(rules(PAGES).strip()).startsWith("@layer ");
        for (Path sheet : sheets()) {
            assertThat(ORDER.matcher(rules(sheet)).find()).as(sheet.toString()).isEqualTo(sheet.equals(PAGES));
        }
    }

    @Test
    void everyImportGivesItsSheetOneOfTheseLayers() throws IOException {
        List<String> layers = layers();
        for (Path sheet : sheets()) {
            if (isOfWidget(sheet)) {
                continue;
            }
            List<String> given = IMPORT.matcher(rules(sheet))
                    .results()
                    .map(SheetsTest::layer)
                    .toList();
            assertThat(layers).as(sheet.toString()).containsAll(given);
        }
    }

    private static String layer(MatchResult imported) {
        return LAYER.matcher(imported.group(1))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("none");
    }

    @Test
    void aSheetThatAPageLinksByItselfNamesItsLayer() throws IOException {
        Pattern link = Pattern.compile("\"\\$\\{\\S*assets\\S*}/(css/[\\w-]+\\.css)\"");
        try (Stream<Path> templates = Files.walk(Path.of("web/templates"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                for (MatchResult found :
                        link.matcher(Files.readString(template)).results().toList()) {
                    String rules = rules(STATIC.resolve(found.group(1))).strip();
                    assertThat(rules).as(found.group(1)).matches("(?s)@(?:layer|import) .*");
                }
            }
        }
    }

    @Test
    void widgetsAskForTheWidthOfTheirStage() throws IOException {
        for (Path sheet : sheets()) {
            if (isOfWidget(sheet)) {
                assertThat(rules(sheet)).as(sheet.toString()).doesNotContainPattern("@media[^{]*width");
            }
        }
    }
}
