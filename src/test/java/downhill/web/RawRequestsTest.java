package downhill.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Requests that only a broken or a hostile client sends, byte by byte: each gets a problem document, and no error is logged. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RawRequestsTest {
    private static final String SCENE = "/lessons/the-hill/1";

    private final TestApp app = new TestApp();
    private final String run = app.create(TestApp.XOR);
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.list.clear();
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void noErrorWasLogged() {
        root.detachAppender(log);
        assertThat(log.list.stream()
                        .filter(event -> event.getLevel().isGreaterOrEqual(Level.ERROR))
                        .filter(event -> !event.getLoggerName().startsWith("downhill.live")))
                .isEmpty();
    }

    @AfterAll
    void close() {
        app.close();
    }

    /** Every route that takes a body. */
    Stream<String> posts() {
        return Stream.concat(
                Stream.of(
                                "steps",
                                "play",
                                "pause",
                                "tweaks",
                                "branches",
                                "nudges",
                                "predictions",
                                "gradient-check",
                                "predictions/telling")
                        .map(name -> run + "/" + name),
                Stream.of(
                        "/api/runs",
                        "/api/data",
                        "/api/expressions",
                        "/api/hills/bowl/descents",
                        "/api/hills/bowl/telling",
                        "/labs/digits/runs",
                        "/graphs",
                        "/graphs/telling",
                        "/widgets/runs",
                        "/widgets/landscape/runs",
                        SCENE + "/answers/x",
                        "/lessons/the-hill/runs/x",
                        "/playground/runs",
                        "/runs"));
    }

    private String send(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), app.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String post(String path, String type, String rest) throws IOException {
        return send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + type
                + "\r\n" + rest);
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.substring(9, 12));
    }

    /** The problem's detail. */
    private static String problem(String answer, int status) {
        assertThat(status(answer)).as(answer).isEqualTo(status);
        assertThat(answer).contains("\r\nContent-Type: application/problem+json");
        JsonNode problem = TestApp.tree(answer.substring(answer.indexOf("\r\n\r\n")));
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        return problem.get("detail").stringValue();
    }

    @ParameterizedTest
    @MethodSource("posts")
    void aCharsetThatDoesNotExistIs415(String path) throws IOException {
        for (String type : List.of(
                "application/json; charset=x",
                "application/json; charset=\"",
                "text/csv; charset=",
                "application/x-www-form-urlencoded; charset=utf-9",
                "multipart/form-data; boundary=x; charset=x")) {
            assertThat(problem(post(path, type, "Content-Length: 2\r\n\r\n{}"), 415))
                    .as(type)
                    .contains("charset");
        }
    }

    @ParameterizedTest
    @MethodSource("posts")
    void aFormOfPartsWithoutABoundaryIs400(String path) throws IOException {
        for (String type :
                List.of("multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=\"")) {
            assertThat(problem(post(path, type, "Content-Length: 2\r\n\r\n{}"), 400))
                    .as(type)
                    .contains("boundary");
        }
    }

    @ParameterizedTest
    @MethodSource("posts")
    void aBodyThatIsNotWhatItsHeadersAnnounceIsTheClientsFault(String path) throws IOException {
        for (String type : List.of("application/json", "text/csv", "multipart/form-data; boundary=x")) {
            for (String rest : List.of(
                    "Content-Length: 200\r\n\r\n{",
                    "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
                    "Transfer-Encoding: chunked\r\n\r\n2\r\n{}",
                    "Transfer-Encoding: chunked\r\n\r\n2\r\n{}XX0\r\n\r\n",
                    "Transfer-Encoding: chunked\r\n\r\n-1\r\n{}\r\n",
                    "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n{}\r\n")) {
                String answer = post(path, type, rest);
                assertThat(status(answer)).as(type + rest + answer).isBetween(200, 499);
                if (status(answer) >= 400 && !answer.contains("text/html")) {
                    assertThat(problem(answer, status(answer))).doesNotContain("Exception", "jetty");
                }
            }
        }
    }

    @Test
    void anUnfinishedBodyIsNamed() throws IOException {
        assertThat(problem(post("/api/runs", "application/json", "Content-Length: 200\r\n\r\n{"), 400))
                .isEqualTo(
                        "The body ended too early: it is shorter than announced, or its chunks are not well-formed.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/lessons/a;x%", "/lessons/a;x%zz", "/lessons/a%", "/api/runs/x;%", "/api/hills/bowl;y=%1", "/%"
            })
    void aBrokenEscapeInTheAddressIs400(String path) throws IOException {
        problem(send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?from=%", "?from=%zz", "?%=1", "?from=%ff", "?%ff"})
    void aBrokenQueryIsTheClientsFault(String query) throws IOException {
        String answer =
                send("GET " + run + "/costs" + query + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(status(answer)).as(answer).isBetween(400, 499);
        problem(answer, status(answer));
    }

    @ParameterizedTest
    @MethodSource("posts")
    void aClientThatLeavesInMidUploadIsNoErrorOfTheServer(String path) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), app.port())) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream()
                    .write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 100000\r\n\r\n{\"data\":")
                            .getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        }
        assertThat(app.get("/health/live").statusCode()).isEqualTo(200);
    }
}
