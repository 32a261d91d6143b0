package downhill.web;

import static downhill.web.TestApp.XOR;
import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.live.ServerLimits;
import downhill.live.Visitors;
import downhill.live.archive.NoArchive;
import downhill.web.http.ClientAddresses;
import downhill.web.http.ServerSettings;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Visitors behind one address, as in a school: each has limits of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisitorsTest {
    private static final Map<String, String> PAGE = Map.of("Accept", "text/html");

    private final TestApp app = new TestApp(limits());

    private static ServerLimits limits() {
        Properties limits = new Properties();
        limits.setProperty("runsPerVisitor", "2");
        limits.setProperty("uploadsPerVisitor", "1");
        // one of them is the token of the test app itself
        limits.setProperty("visitorsPerAddress", "5");
        return ServerLimits.from(limits);
    }

    @AfterAll
    void close() {
        app.close();
    }

    private HttpResponse<String> send(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = app.anonymous(path)
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        headers.forEach(request::header);
        return app.send(request);
    }

    private Map<String, String> bearer() {
        HttpResponse<String> made = send("POST", "/api/visitors", "", Map.of());
        assertThat(made.statusCode()).isEqualTo(201);
        return Map.of("Authorization", "Bearer " + json(made).get("token").stringValue());
    }

    @Test
    void eachVisitorHasLimitsOfTheirOwnAndNobodyLosesARunToSomebodyElse() {
        String first = json(send("POST", "/api/runs", XOR, Map.of())).get("id").stringValue();
        send("POST", "/api/runs", XOR, Map.of());
        HttpResponse<String> third = send("POST", "/api/runs", XOR, Map.of());
        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(third.body()).contains("POST /api/visitors");
        assertThat(app.get("/api/runs/" + first).statusCode()).isEqualTo(200);

        Map<String, String> own = bearer();
        String mine = json(send("POST", "/api/runs", XOR, own)).get("id").stringValue();
        send("POST", "/api/runs", XOR, own);
        assertThat(send("POST", "/api/runs", XOR, own).statusCode()).isEqualTo(201);
        assertThat(app.get("/api/runs/" + mine).statusCode()).isEqualTo(404);
        assertThat(app.get("/api/runs/" + first).statusCode()).isEqualTo(200);

        // The tokens of this hour: a browser has one by its first page and shows it from then on.
        HttpResponse<String> page = send("GET", "/", "", PAGE);
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax").doesNotContain("Secure");
        Map<String, String> again = Map.of("Accept", "text/html", "Cookie", cookie.substring(0, cookie.indexOf(';')));
        assertThat(send("GET", "/", "", again).headers().firstValue("Set-Cookie"))
                .isEmpty();
        bearer();
        bearer();
        HttpResponse<String> refused = send("POST", "/api/visitors", "", Map.of());
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(send("GET", "/", "", PAGE).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "ünï"})
    void aTokenThatThisServerDidNotMakeIsNobodys(String token) {
        var visitors = new Visitors(ServerLimits.DEFAULT, new NoArchive().secret(), System::nanoTime);
        assertThat(visitors.find(token)).isEmpty();
        String other = new Visitors(ServerLimits.DEFAULT, new NoArchive().secret(), System::nanoTime)
                .issue("1.2.3.4")
                .orElseThrow();
        assertThat(visitors.find(other)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "10.0.0.0/33", "10.0.0.0/x", "1.2.3.4/8/8", "::1/129"})
    void proxiesThatAreNoAddressesAreRefusedAtTheStart(String list) {
        assertThatThrownBy(() -> ClientAddresses.trusting(list))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TRUSTED_PROXIES");
    }

    @Test
    void behindATrustedProxyTheAddressIsTheOneThatItNames() {
        try (var behind = new TestApp(
                limits(), ServerSettings.from(Map.of("PORT", "0", "TRUSTED_PROXIES", "127.0.0.0/8, ::1")))) {
            for (int i = 0; i < 5; i++) {
                assertThat(issued(behind, "9.9.9.9, 203.0.113.7, 127.0.0.1")).isEqualTo(201);
            }
            assertThat(issued(behind, "8.8.8.8, 203.0.113.7")).isEqualTo(429);
            assertThat(issued(behind, "203.0.113.8")).isEqualTo(201);
            for (int i = 0; i < 5; i++) {
                assertThat(issued(behind, "2001:db8:1:2::" + i)).isEqualTo(201);
            }
            assertThat(issued(behind, "2001:db8:1:2:ffff::1")).isEqualTo(429);
        }
    }

    private static int issued(TestApp app, String forwarded) {
        return app.send(app.anonymous("/api/visitors")
                        .POST(BodyPublishers.noBody())
                        .header("X-Forwarded-For", forwarded))
                .statusCode();
    }
}
