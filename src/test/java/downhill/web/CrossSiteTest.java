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
        HttpRequest.Builder form = app.anonymous(path)
                .header("Origin", "null")
                .header("Sec-Fetch-Site", "cross-site")
                .header("Cookie", "downhill-visitor=" + cookie())
                .POST(BodyPublishers.ofString("a,b\n1,2\n"));
        isProblem(app.send(type.isEmpty() ? form : form.header("Content-Type", type)), 403, "");
    }

    /** The token that a browser has, and sends with whatever a page makes it send. */
    private String cookie() {
        return app.send(app.anonymous("/").header("Accept", "text/html"))
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .replaceFirst("downhill-visitor=([^;]+).*", "$1");
    }

    /** A request as a script in a sandboxed frame makes it. */
    private HttpRequest.Builder sandboxed(String path) {
        return app.anonymous(path).header("Origin", "null").header("Sec-Fetch-Site", "cross-site");
    }

    private static void isReadable(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("null");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        assertThat(answer.headers().allValues("Vary")).contains("Origin");
    }

    @Test
    void aSandboxedFrameActsByATokenOfItsOwn() {
        HttpResponse<String> given = app.send(sandboxed("/api/visitors").POST(BodyPublishers.noBody()));
        assertThat(given.statusCode()).isEqualTo(201);
        isReadable(given);
        String token = json(given).get("token").stringValue();
        HttpResponse<String> made = app.send(sandboxed("/api/runs")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(XOR)));
        assertThat(made.statusCode()).isEqualTo(201);
        isReadable(made);
        isReadable(app.send(sandboxed("/api/runs/" + json(made).get("id").stringValue())));
        for (String wrong : new String[] {"Bearer " + "A".repeat(43), "Bearer", "Basic " + token}) {
            isProblem(
                    app.send(sandboxed("/api/runs")
                            .header("Authorization", wrong)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(XOR))),
                    403,
                    "");
        }
    }

    @Test
    void aSandboxedFramesBrowserMayAskBeforeItSends() {
        HttpResponse<String> allowed = app.send(sandboxed(run + "/steps")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .method("OPTIONS", BodyPublishers.noBody()));
        assertThat(allowed.statusCode()).isEqualTo(204);
        isReadable(allowed);
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
                .contains("Authorization", "Content-Type");
    }

    /** Another site reads no answer and sends no token, and a frame reads no page but its own scene. */
    @Test
    void onlyAPageWithoutAnOriginMayReadAndOnlyWhatAFigureNeeds() {
        assertThat(app.send(app.anonymous(run).header("Origin", "https://other.example"))
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
        for (String page : new String[] {"/", "/playground", "/teachers", "/health/ready"}) {
            assertThat(app.send(sandboxed(page)).headers().firstValue("Access-Control-Allow-Origin"))
                    .as(page)
                    .isEmpty();
        }
        assertThat(app.send(app.anonymous("/api/visitors")
                                .header("Origin", "https://evil.example")
                                .POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(403);
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
