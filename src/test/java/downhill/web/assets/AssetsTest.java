package downhill.web.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.course.Widgets;
import downhill.course.reading.WidgetsReader;
import downhill.course.text.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssetsTest {
    @TempDir
    Path root = Path.of("");

    private void write(String path, String text) throws IOException {
        Path file = root.resolve("web/static").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String sheet(String path) {
        Assets assets =
                new Assets(Optional.of(root), () -> WidgetsReader.read(Content.in(root.resolve(WidgetsReader.FOLDER))));
        return new String(assets.file(path).orElseThrow(), StandardCharsets.UTF_8);
    }

    @Test
    void aSheetStandsInThePlaceOfItsImport() throws IOException {
        write("css/all.css", "@import \"a.css\";\n@import \"../other/b.css\";\n");
        write("css/a.css", "a { }");
        write("other/b.css", "b { }");
        assertThat(sheet("css/all.css")).isEqualTo("a { }\nb { }\n");
    }

    @Test
    void anImportGivesItsSheetALayer() throws IOException {
        write("css/all.css", "@layer base, pages;\n@import \"a.css\" layer(pages);\n");
        write("css/minified.css", "@layer base,pages;@import\"a.css\"layer(pages);");
        write("css/a.css", "a { }");
        assertThat(sheet("css/all.css")).isEqualTo("@layer base, pages;\n@layer pages{a { }}\n");
        assertThat(sheet("css/minified.css")).isEqualTo("@layer base,pages;@layer pages{a { }}");
    }

    @Test
    void theSheetsOfWidgetsFollowTheirList() throws IOException {
        write("css/all.css", "@import \"../js/widgets/widgets.css\";");
        write("js/widgets/widgets.json", "[\"two\", \"none\", \"one\"]");
        for (String name : new String[] {"one", "two", "none", "unlisted"}) {
            write("js/widgets/" + name + "/widget.json", "{}");
            write("js/widgets/" + name + "/other.css", "other { }");
        }
        write("js/widgets/one/one.css", "one { }");
        write("js/widgets/two/two.css", "two { }");
        write("js/widgets/unlisted/unlisted.css", "unlisted { }");
        assertThat(sheet("css/all.css")).isEqualTo("two { }\none { }");
    }

    @Test
    void theSheetsOfWidgetsThatOnlyLessonsShowAreOneOfTheirOwn() throws IOException {
        write("css/all.css", "@import \"../js/widgets/widgets.css\";");
        write("css/lesson.css", "@import \"../js/widgets/lessons.css\";");
        write("js/widgets/widgets.json", "[\"one\", \"two\"]");
        write("js/widgets/one/widget.json", "{\"lessonsOnly\": true}");
        write("js/widgets/two/widget.json", "{}");
        write("js/widgets/one/one.css", "one { }");
        write("js/widgets/two/two.css", "two { }");
        assertThat(sheet("css/all.css")).isEqualTo("two { }");
        assertThat(sheet("css/lesson.css")).isEqualTo("one { }");
    }

    @Test
    void anImportOfNoFileIsAMistake() throws IOException {
        write("css/all.css", "@import \"../../../secret.css\";");
        assertThatThrownBy(() -> sheet("css/all.css")).hasMessageContaining("css/all.css imports no file");
    }

    @Test
    void theSheetsOfThePagesImportFilesThatThereAre() {
        Widgets widgets = WidgetsReader.onClassPath();
        Assets assets = new Assets(Optional.empty(), () -> widgets);
        for (String path : new String[] {"css/every-page.css", "css/every-lesson.css"}) {
            assertThat(new String(assets.file(path).orElseThrow(), StandardCharsets.UTF_8))
                    .doesNotContain("@import");
        }
    }
}
