package downhill.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The list of pages for the search of every page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTest {
    private final TestApp app = new TestApp();

    @AfterAll
    void close() {
        app.close();
    }

    private List<JsonNode> entries() {
        List<JsonNode> entries = new ArrayList<>();
        TestApp.json(app.get("/search.json")).get("entries").forEach(entries::add);
        return entries;
    }

    @Test
    void everyEntryLeadsToAPage() {
        List<String> paths = entries().stream()
                .map(entry -> entry.get("path").stringValue())
                .map(path -> path.replaceFirst("#.*", ""))
                .distinct()
                // A scene's page takes a run to show; the site map's test visits them all.
                .filter(path -> !path.matches("/lessons/.*/\\d+"))
                .toList();
        assertThat(paths).hasSizeGreaterThan(60);
        assertThat(paths)
                .allSatisfy(
                        path -> assertThat(app.get(path).statusCode()).as(path).isEqualTo(200));
    }

    @Test
    void lessonsScenesWordsWidgetsPresetsAndGuidesAreListed() {
        assertThat(entries())
                .extracting(entry -> entry.get("path").stringValue())
                .doesNotHaveDuplicates()
                .contains(
                        "/lessons/the-hill",
                        "/lessons/the-hill/2",
                        "/glossary#gradient",
                        "/widgets/network",
                        "/widgets/landscape",
                        "/labs/digits",
                        "/playground?data=xor&hidden=none",
                        "/teachers/the-hill");
    }

    @Test
    void aBrowserThatHasTheListGetsNoSecondOne() {
        var first = app.get("/search.json");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        var again = app.send(app.request("/search.json").header("If-None-Match", tag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }
}
