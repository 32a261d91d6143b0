package downhill.web;

import static downhill.web.BadRequestsTest.isProblem;
import static downhill.web.TestApp.json;
import static downhill.web.TestApp.stage;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import downhill.web.http.Errors;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** A run's id drives it; its view only reads it, and leads nowhere near the id. */
class ViewsTest extends TrainedXor {
    private final JsonNode description = json(app.get(run));
    private final String id = description.get("id").stringValue();
    private final String view = "/api/runs/" + description.get("view").stringValue();

    private static void refused(HttpResponse<String> answer) {
        isProblem(answer, 403, "");
        assertThat(json(answer).get("detail").stringValue())
                .contains("only reads")
                .contains("copy");
    }

    @Test
    void aRunHasAViewThatIsNotItsId() {
        assertThat(description.get("view").stringValue()).matches("[\\w-]{22}").isNotEqualTo(id);
        assertThat(app.create(TestApp.XOR)).isNotEqualTo(view);
    }

    /** Whatever reads a run: each answers by the view as it does by the id. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/data",
                "/export?format=numpy",
                "/export?format=json",
                "/frames/7",
                "/costs",
                "/neurons/1/0",
                "/aftermath",
                "/explanations?of=cost",
                "/optimizer",
                "/health",
                "/telling",
                "/weights/0/0/0/examples",
                "/biases/0/0/examples",
                "/landscape?directions=random&size=5",
                "/nudges/telling?step=3&weight=0.0.0"
            })
    void theViewReadsWhatTheIdReads(String what) {
        HttpResponse<String> byView = app.get(view + what);
        HttpResponse<String> byId = app.get(run + what);
        assertThat(byView.statusCode()).isEqualTo(byId.statusCode());
        assertThat(byView.body()).isEqualTo(byId.body()).doesNotContain(id);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /predictions         | {"inputs": [[0, 1]]}
            /predictions/telling | {"inputs": [[0, 1]]}
            /nudges              | {"at": [0, 0, 0], "by": 0.1}
            /gradient-check      | {"sample": 3}
            """)
    void theInstrumentsThatOnlyReadAnswerTheView(String what, String body) {
        assertThat(app.post(view + what, body).statusCode()).isEqualTo(200);
    }

    @Test
    void theViewsStreamSendsTheFrames() {
        try (TestApp.Events events = app.events(view + "/frames?from=2")) {
            assertThat(events.frames(3)).extracting(TestApp.Event::step).containsExactly(3, 4, 5);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /steps  | {"count": 1}
            /play   | {"stepsPerSecond": 1}
            /pause  | {}
            /tweaks | {"optimizer": {"learningRate": 1}}
            """)
    void theViewDrivesNothing(String what, String body) {
        refused(app.post(view + what, body));
        assertThat(json(app.get(run))).isEqualTo(description);
    }

    @Test
    void theViewDeletesNothing() {
        refused(app.delete(view));
        assertThat(app.get(run).statusCode()).isEqualTo(200);
    }

    @Test
    void aDescriptionReadByTheViewNamesNoIdThatDrives() {
        JsonNode read = json(app.get(view));
        assertThat(read.get("view")).isEqualTo(description.get("view"));
        assertThat(read.get("id")).isEqualTo(description.get("view"));
        JsonNode branch = json(app.post(run + "/branches", "{\"step\": 4}"));
        HttpResponse<String> branchRead =
                app.get("/api/runs/" + branch.get("view").stringValue());
        assertThat(json(branchRead).get("parent")).isEqualTo(description.get("view"));
        assertThat(branchRead.body())
                .doesNotContain(id)
                .doesNotContain(branch.get("id").stringValue());
    }

    @Test
    void aCopyMadeByTheViewIsTheCallersOwnBitForBit() {
        HttpResponse<String> made = app.post(view + "/branches", "{\"step\": 9}");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.body()).doesNotContain(id);
        JsonNode copy = json(made);
        assertThat(copy.get("parent")).isEqualTo(description.get("view"));
        String own = "/api/runs/" + copy.get("id").stringValue();
        assertThat(made.headers().firstValue("Location")).contains(own);
        assertThat(frame(own, 9)).isEqualTo(frame(run, 9));
        app.post(own + "/steps", "{\"count\": 1}");
        assertThat(json(app.get(own)).get("step").intValue()).isEqualTo(10);
        assertThat(json(app.get(run))).isEqualTo(description);
    }

    /** The id is the key: a notebook drives with it what a page made, with or without the page's token. */
    @Test
    void theIdAloneDrives() {
        String own = app.create(TestApp.XOR);
        HttpResponse<String> stepped = app.send(app.anonymous(own + "/steps")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"count\": 1}")));
        assertThat(stepped.statusCode()).isEqualTo(200);
    }

    /** A page is bookmarked, sent and projected: the HTML of none has an id that drives. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/labs/digits",
                "/widgets/network",
                "/widgets/landscape",
                "/lessons/one-neuron/2",
                "/playground?run="
            })
    void pagesShowRunsByTheirViews(String page) {
        String body = app.get(page.endsWith("=") ? page + id : page).body();
        assertThat(body).doesNotContain(id);
        List<String> named = java.util.regex.Pattern.compile("/api/runs/([\\w-]+)")
                .matcher(body)
                .results()
                .map(match -> match.group(1))
                .toList();
        for (String name : named) {
            refused(app.post("/api/runs/" + name + "/steps", "{\"count\": 1}"));
        }
        assertThat(page.equals("/") || page.startsWith("/playground") ? named : List.of(""))
                .isNotEmpty();
    }

    @Test
    void thePlaygroundNamesANewRunInTheAddressByItsView() {
        HttpResponse<String> made = app.send(app.request("/playground/runs")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("data=xor")));
        String drives = stage(made.body()).at("/run/frames").stringValue().split("/", -1)[3];
        String shown = made.headers().firstValue("HX-Push-Url").orElseThrow().replaceFirst(".*run=", "");
        assertThat(shown).isNotEqualTo(drives);
        assertThat(json(app.get("/api/runs/" + drives)).get("view").stringValue())
                .isEqualTo(shown);
    }

    @Test
    void theLogNamesARouteAndNotTheRun() throws IOException {
        var logger = (Logger) LoggerFactory.getLogger(Errors.class);
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        logger.setLevel(Level.DEBUG);
        logger.addAppender(log);
        try {
            assertThat(brokenBody(run + "/tweaks")).contains(" 400 ");
            assertThat(log.list)
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line.getFormattedMessage())
                            .contains("/api/runs/{id}/tweaks")
                            .doesNotContain(id));
        } finally {
            logger.detachAppender(log);
            logger.setLevel(null);
        }
    }

    /** The answer to a request whose chunks are not well-formed. */
    private String brokenBody(String path) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), app.port())) {
            socket.getOutputStream()
                    .write(("POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                    + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theLinkThatSavesAProgramReadsOnly() {
        assertThat(app.get(run + "/program?format=numpy").body())
                .doesNotContain(id)
                .contains(view + "/export");
    }
}
