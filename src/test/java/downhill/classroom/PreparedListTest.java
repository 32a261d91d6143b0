package downhill.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.classroom.PreparedList.Item;
import downhill.classroom.PreparedList.OfPlayground;
import downhill.classroom.PreparedList.OfScene;
import downhill.json.form.BadInputException;
import downhill.json.form.Json;
import downhill.json.link.LinkText;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Teachers' lists: copied links, and files that are read strictly. */
class PreparedListTest {
    private static final PreparedList LIST = new PreparedList(
            "Monday",
            List.of(
                    new Item(new OfScene("step-size", 4), "Which walker is fastest?"),
                    new Item(new OfPlayground("data=xor&state=1.eJw_-"), "")));

    private static PreparedList read(String json) {
        return PreparedList.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String file(String items) {
        return "{\"version\": 1, \"title\": \"A\", \"items\": [" + items + "]}";
    }

    @Test
    void aFileAndALinkComeBackAsTheyWere() {
        byte[] file = Json.bytes(LIST.document());
        assertThat(PreparedList.read(file)).isEqualTo(LIST);
        assertThat(PreparedList.read(LinkText.unpack(LinkText.pack(file)))).isEqualTo(LIST);
    }

    @Test
    void copiedLinksLeadToTheirPlaces() {
        for (String link : List.of(
                "/lessons/step-size/4",
                "https://example.org/lessons/step-size/4",
                " http://localhost:7070/downhill/lessons/step-size/4?run=abc#scene ")) {
            assertThat(PreparedList.place(link)).as(link).contains(new OfScene("step-size", 4));
        }
        assertThat(PreparedList.place("https://example.org/a/playground?data=xor&hidden=2,2"))
                .contains(new OfPlayground("data=xor&hidden=2,2"));
        assertThat(PreparedList.place("/playground")).contains(new OfPlayground(""));
    }

    @Test
    void otherLinksLeadNowhere() {
        for (String link : List.of(
                "",
                "javascript:alert(1)",
                "//evil.example/lessons",
                "/lessons/step-size",
                "/lessons/step-size/0",
                "/lessons/../classes/key",
                "/playground?a=\"b",
                "/playground?a=<b>",
                "/classes/key",
                "/playground?" + "x".repeat(9000))) {
            assertThat(PreparedList.place(link)).as(link).isEmpty();
        }
    }

    @Test
    void aPlaceIsAlwaysOfThisSite() {
        PreparedList.Place place =
                PreparedList.place("https://evil.example/lessons/the-hill/1").orElseThrow();
        assertThat(place.path()).isEqualTo("/lessons/the-hill/1");
    }

    @Test
    void aFileWithMistakesIsRefusedWithTheirPlaces() {
        String item = "{\"open\": \"/playground\", \"words\": \"\"}";
        assertThat(read(file(item)).items()).hasSize(1);
        refused("{\"version\": 2, \"title\": \"A\", \"items\": [" + item + "]}", "/version");
        refused("{\"title\": \"A\", \"items\": [" + item + "]}", "/version");
        refused(file(""), "/items");
        refused(file(String.join(",", Collections.nCopies(41, item))), "/items");
        refused(file("{\"open\": \"/classes/x\", \"words\": \"\"}"), "/items/0/open");
        refused(file("{\"open\": \"/playground\"}"), "/items/0/words");
        refused(file("{\"open\": \"/playground\", \"words\": \"\", \"more\": 1}"), "/items/0/more");
        refused(file("{\"open\": \"/playground\", \"words\": \"" + "x".repeat(301) + "\"}"), "/items/0/words");
        refused(file("{\"open\": \"/playground\", \"words\": \"a\\u202eb\"}"), "/items/0/words");
        refused("{\"version\": 1, \"title\": \"A\", \"items\": [" + item + "], \"author\": \"me\"}", "/author");
        refused("[]", "");
        refused("no JSON", "");
    }

    private static void refused(String json, String pointer) {
        assertThatThrownBy(() -> read(json))
                .as(json)
                .isInstanceOfSatisfying(
                        BadInputException.class,
                        e -> assertThat(e.problems())
                                .anySatisfy(
                                        problem -> assertThat(problem.pointer()).startsWith(pointer)));
    }
}
