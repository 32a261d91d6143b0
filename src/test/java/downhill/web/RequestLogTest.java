package downhill.web;

import static downhill.web.TestApp.XOR;
import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** The log for machines: each request has an id, and no line says who asked for what. */
class RequestLogTest {
    private final Logger log = (Logger) LoggerFactory.getLogger("downhill.requests");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.list = new CopyOnWriteArrayList<>();
        lines.start();
        log.setLevel(Level.INFO);
        log.addAppender(lines);
    }

    @AfterEach
    void leave() {
        log.detachAppender(lines);
        log.setLevel(Level.WARN);
    }

    private List<String> encoded() throws JoranException {
        var context = new LoggerContext();
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(RequestLogTest.class.getResource("/logback-json.xml"));
        var appender = (ConsoleAppender<ILoggingEvent>)
                context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender("out");
        var encoder = (JsonEncoder) appender.getEncoder();
        return lines.list.stream()
                .map(line -> new String(encoder.encode(line), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void aRequestIsALineWithTheIdOfItsAnswerAndWithNothingThatDrivesARun() throws JoranException {
        try (TestApp app = new TestApp()) {
            String run = app.create(XOR);
            HttpResponse<String> answer = app.get(run + "/frames/0?digits=3");
            String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
            assertThat(id).matches("[0-9a-f]{16}");
            List<String> written = encoded();
            JsonNode line = written.stream()
                    .map(TestApp::tree)
                    .filter(one -> one.at("/mdc/request").asString().equals(id))
                    .findFirst()
                    .orElseThrow();
            assertThat(line.toString())
                    .contains("\"route\":\"/api/runs/{id}/frames/{step}\"", "\"method\":\"GET\"", "\"status\":\"200\"");
            assertThat(String.join("\n", written))
                    .doesNotContain(
                            run.substring(run.lastIndexOf('/') + 1),
                            json(app.get(run)).get("view").asString(),
                            "127.0.0.1",
                            "digits=3");
        }
    }

    /** The id of the answer to a request that comes with one. */
    private static Optional<String> answered(TestApp app, String id) {
        return app.send(app.request("/api/hills").header("X-Request-Id", id))
                .headers()
                .firstValue("X-Request-Id");
    }

    @Test
    void anIdThatAProxyGaveStaysAndAnythingElseIsReplaced() {
        try (TestApp app = new TestApp()) {
            assertThat(answered(app, "edge-7f3a9c21")).hasValue("edge-7f3a9c21");
            assertThat(answered(app, "a b\"}")).get().asString().matches("[0-9a-f]{16}");
        }
    }
}
