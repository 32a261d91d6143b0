package downhill.web;

import static downhill.web.BadRequestsTest.isProblem;
import static downhill.web.TestApp.XOR;
import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of another site changes nothing here, whatever its visitor has open. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrossSiteTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final TestApp app = new TestApp();
    private final String run = app.create(XOR);

    @AfterAll
    void close() {
        app.close();
    }

    private HttpRequest.Builder post(String path, String type, String body) {
        HttpRequest.Builder request = app.request(path).POST(BodyPublishers.ofString(body));
        return type.isEmpty() ? request : request.header("Content-Type", type);
    }

    private String state() {
        return json(app.get(run)).get("state").stringValue();
    }

    /** The bodies that a page can make any browser send without asking: forms, plain text, and nothing at all. */
    @ParameterizedTest
    @CsvSource({
        "/playground/runs, application/x-www-form-urlencoded",
        "/playground/runs, multipart/form-data; boundary=x",
        "/playground/runs, text/plain",
        "/api/data, text/plain",
        "/api/data, multipart/form-data; boundary=x",
        "/widgets/landscape/runs, ''",
        "/lessons/the-hill/1/answers/x, application/x-www-form-urlencoded",
        "/api/runs, application/json",
    })
    void whatAnotherSiteSendsIsRefused(String path, String type) {
        for (String[] header : new String[][] {
            {"Origin", "https://evil.example"},
            {"Origin", "null"},
            {"Origin", app.origin() + ".evil.example"},
            {"Origin", "http://127.0.0.1"},
            {"Sec-Fetch-Site", "cross-site"},
            {"Sec-Fetch-Site", "same-site"},
            {"Sec-Fetch-Site", "anything"}
        }) {
            HttpResponse<String> answer =
                    app.send(post(path, type, "a,b\n1,2\n").header(header[0], header[1]));
            isProblem(answer, 403, "");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"play", "pause"})
    void aRunIsNotDrivenFromElsewhere(String action) {
        isProblem(app.send(post(run + "/" + action, "", "").header("Origin", "https://evil.example")), 403, "");
        assertThat(state()).isEqualTo("paused");
        HttpRequest.Builder delete = app.request(run).DELETE().header("Origin", "https://evil.example");
        isProblem(app.send(delete), 403, "");
        assertThat(app.get(run).statusCode()).isEqualTo(200);
    }

    @Test
    void formsOfAnotherSiteDoNotPushOutALearnersRun() {
        for (int i = 0; i < 210; i++) {
            app.send(post("/playground/runs", FORM, "data=xor").header("Origin", "https://evil.example"));
        }
        assertThat(app.get(run).statusCode()).isEqualTo(200);
        assertThat(json(app.get("/health/ready")).get("runs").intValue()).isLessThan(10);
    }

    @Test
    void pagesOfThisSiteAndEmbedsOfThemGoOnWorking() {
        assertThat(app.send(post("/playground/runs", FORM, "data=xor")
                                .header("Origin", app.origin())
                                .header("Sec-Fetch-Site", "same-origin"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(app.send(post("/playground/runs", FORM, "data=xor").header("Origin", app.origin()))
                        .statusCode())
                .isEqualTo(200);
    }

    /** A browser that says both knows better than a Host header that a proxy may have changed. */
    @Test
    void behindAProxyThatNamesAnotherHostTheBrowsersWordCounts() {
        assertThat(app.send(post("/playground/runs", FORM, "data=xor")
                                .header("Origin", "https://learn.example")
                                .header("Sec-Fetch-Site", "same-origin"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void notebooksAndProgramsGoOnWorking() {
        assertThat(app.post("/api/runs", XOR).statusCode()).isEqualTo(201);
        assertThat(app.send(post(app.create(XOR) + "/play", "", "")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void readingIsOpenToAll() {
        assertThat(app.send(app.request(run).header("Origin", "https://other.example"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(app.send(app.request("/").header("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(200);
    }
}
