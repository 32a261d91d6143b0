package downhill.web;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.live.ServerLimits;
import downhill.web.http.ServerSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer carries the headers that keep a page to itself, also those that no route gives. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeadersTest {
    private static final List<String> SECURITY = List.of(
            "X-Content-Type-Options: nosniff",
            "Content-Security-Policy: default-src 'none'",
            "Referrer-Policy: ",
            "Cross-Origin-Opener-Policy: same-origin",
            "Cross-Origin-Resource-Policy: ",
            "Permissions-Policy: ");

    private final TestApp app = new TestApp();
    private final TestApp mounted =
            new TestApp(ServerLimits.DEFAULT, new ServerSettings(0, "127.0.0.1", "/sub", Optional.empty()));

    @AfterAll
    void close() {
        app.close();
        mounted.close();
    }

    private static String send(TestApp to, String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), to.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write((request + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void isSafe(String answer) {
        assertThat(answer).contains(SECURITY);
    }

    private String head(String path) throws IOException {
        return send(app, "HEAD " + path + " HTTP/1.1\r\nHost: localhost");
    }

    @Test
    void requestsThatReachNoRouteAreAnsweredSafelyToo() throws IOException {
        String bad = send(app, "GET /%zz HTTP/1.1\r\nHost: localhost");
        String longAddress = send(app, "GET /" + "a".repeat(40_000) + " HTTP/1.1\r\nHost: localhost");
        String longHeader = send(app, "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(40_000));
        assertThat(bad).startsWith("HTTP/1.1 400 ");
        assertThat(longAddress).startsWith("HTTP/1.1 414 ");
        assertThat(longHeader).startsWith("HTTP/1.1 431 ");
        List.of(bad, longAddress, longHeader).forEach(HeadersTest::isSafe);
    }

    @Test
    void whatPagesAreMadeOfIsSafe() throws IOException {
        String page = app.get("/").body();
        for (String pattern : List.of("(?s).*?\"(/assets/[^\"]+\\.css)\".*", "(?s).*?\"(/lib/[^\"]+\\.js)\".*")) {
            String answer = head(page.replaceFirst(pattern, "$1"));
            assertThat(answer).startsWith("HTTP/1.1 200 ");
            isSafe(answer);
        }
    }

    /** A proxy ends https, so the server must not name a scheme. */
    @ParameterizedTest
    @ValueSource(strings = {"/sub", "/sub?a=b"})
    void thePlaceWhereTheSiteIsMountedLeadsToItsFirstPage(String address) throws IOException {
        String answer =
                send(mounted, "GET " + address + " HTTP/1.1\r\nHost: learn.example\r\nX-Forwarded-Proto: https");
        assertThat(answer)
                .startsWith("HTTP/1.1 301 ")
                .contains("\r\nLocation: " + address.replace("/sub", "/sub/") + "\r\n");
        isSafe(answer);
    }

    @Test
    void aMethodThatIsNotAllowedIsAnsweredWithThoseThatAre() {
        assertThat(allowed("/api/runs", "PUT")).isEqualTo("POST");
        assertThat(allowed("/api/runs/x", "POST")).isEqualTo("DELETE, GET, HEAD");
        assertThat(allowed("/playground", "DELETE")).isEqualTo("GET, HEAD");
    }

    private String allowed(String path, String method) {
        HttpResponse<String> answer = app.send(app.request(path).method(method, BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(405);
        return answer.headers().firstValue("Allow").orElse("");
    }

    @Test
    void anUnknownPageIsAnsweredInTheFormThatIsAskedFor() {
        HttpResponse<String> page = app.send(app.request("/nothing").header("Accept", "text/html,*/*;q=0.8"));
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body()).contains("<h1>", "/lessons");
        assertThat(app.get("/nothing").headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void aHandoutPrintsNoHostThatCannotBeOne() throws IOException {
        String lesson = "GET /lessons/the-hill/handout HTTP/1.1\r\nHost: ";
        assertThat(send(app, lesson + "learn.example:8080")).contains("learn.example:8080/lessons/the-hill/1");
        String odd = send(app, lesson + "evil!example;x");
        assertThat(odd).doesNotContain("evil");
    }

    @Test
    void aFormOverALimitSaysWhenToTryAgainAsTheInterfaceDoes() {
        var limits = new Properties();
        limits.setProperty("runsPerVisitor", "1");
        try (TestApp small = new TestApp(ServerLimits.from(limits))) {
            assertThat(form(small).statusCode()).isEqualTo(200);
            HttpResponse<String> refused = form(small);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).contains("30");
            assertThat(refused.body()).contains("id=\"error-all\"", "runs of visitors at your address");
        }
    }

    private static HttpResponse<String> form(TestApp to) {
        return to.send(to.anonymous("/playground/runs")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("data=xor")));
    }
}
