package downhill.web;

import static downhill.web.ClassApp.location;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Teachers' own lists, over HTTP. */
class PreparedTest {
    private static final Pattern LINK = Pattern.compile("href=\"(/prepared\\?list=[^\"]+)\"");

    private static TestApp app;

    @BeforeAll
    static void start() {
        app = new TestApp();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static HttpResponse<String> post(String... fields) {
        return ClassApp.form(app, "/prepared", "", fields);
    }

    private static HttpResponse<String> upload(String json) {
        String body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.json\"\r\n"
                + "Content-Type: application/json\r\n\r\n" + json + "\r\n--x--\r\n";
        return app.send(app.request("/prepared/open")
                .header("Accept", ClassApp.HTML)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void aListIsTypedLinkedAndSaved() {
        assertThat(app.get("/teachers").body()).contains("href=\"/prepared\"");
        HttpResponse<String> shown = post(
                "title",
                "Monday <1>",
                "link",
                app.origin() + "/lessons/step-size/4",
                "words",
                "Guess & see",
                "link",
                "",
                "words",
                "",
                "link",
                "/playground?data=xor",
                "words",
                "");
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body())
                .contains(
                        "Monday &lt;1>",
                        "Guess &amp; see",
                        "href=\"/lessons/step-size/4\"",
                        "scene 4: The plain",
                        "href=\"/playground?data=xor\"");
        Matcher link = LINK.matcher(shown.body());
        assertThat(link.find()).isTrue();
        String again = app.get(link.group(1)).body();
        assertThat(again).contains("Monday &lt;1>", "Guess &amp; see", "href=\"/playground?data=xor\"");

        String json = TestApp.tree(
                        "{\"version\":1,\"title\":\"Monday\",\"items\":[{\"open\":\"/lessons/step-size/4\",\"words\":\"\"}]}")
                .toString();
        HttpResponse<String> file = ClassApp.form(app, "/prepared/file", "", "list", json);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("class-list.json");
        assertThat(file.body()).isEqualTo(json);
        assertThat(upload(file.body()).body()).contains("scene 4: The plain");
    }

    @Test
    void aClassStartsAtASceneOfTheList() {
        HttpResponse<String> opened = ClassApp.form(app, "/classes", "", "lesson", "step-size", "scene", "4");
        assertThat(opened.statusCode()).isEqualTo(303);
        assertThat(app.get(location(opened)).body()).contains("Everybody is held at scene 4");
        assertThat(ClassApp.form(app, "/classes", "", "lesson", "step-size", "scene", "99")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void mistakesAreNamedBesideWhatWasTyped() {
        HttpResponse<String> refused = post(
                "title",
                "x".repeat(81),
                "link",
                "javascript:alert(1)",
                "words",
                "a",
                "link",
                "/lessons/step-size/99",
                "words",
                "",
                "link",
                "",
                "words",
                "lost");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "Title: At most 80",
                        "Item 1: The link of a scene",
                        "Item 2: There is no scene at /lessons/step-size/99",
                        "Item 3 has words, but no link",
                        "value=\"javascript:alert(1)\"")
                .doesNotContain("href=\"javascript");
        assertThat(post("title", "").body()).contains("Put in one link at least.");
        assertThat(upload("{}").statusCode()).isEqualTo(422);
        assertThat(upload("{}").body()).contains("The field \"version\" is missing.");
        assertThat(upload("").body()).contains("Choose a file first.");
        assertThat(app.get("/prepared?list=1.damaged").statusCode()).isEqualTo(400);
        assertThat(app.get("/prepared?liste=1").statusCode()).isEqualTo(400);
    }

    @Test
    void aListThatIsTooLongForALinkIsAFile() {
        String page = post("title", "", "link", state(1), "words", "", "link", state(2), "words", "")
                .body();
        assertThat(page).contains("Save as a file", "too long for a link");
        assertThat(LINK.matcher(page).find()).isFalse();
    }

    /** A link of the playground with a state that no packing makes shorter. */
    private static String state(int seed) {
        byte[] bits = new byte[4500];
        new Random(seed).nextBytes(bits);
        return "/playground?state=1." + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
