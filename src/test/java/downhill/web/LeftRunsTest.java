package downhill.web;

import static downhill.web.BadRequestsTest.isProblem;
import static downhill.web.TestApp.XOR;
import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;

import downhill.live.ServerLimits;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Large runs that a visitor left make room for others where the server is full; small ones, and those in use, stay. */
@Timeout(60)
class LeftRunsTest {
    /** 80,000 weights: about 9 MB. */
    private static final String LARGE = """
            {"data": {"name": "xor"}, "network": {"layers": [2, 200, 398, 1]}}""";

    /** A server with room for three large runs, two for each visitor. */
    private static TestApp app(int unwatchedSeconds) {
        var limits = new Properties();
        limits.setProperty("runMegabytes", "32");
        limits.setProperty("runMegabytesPerVisitor", "24");
        limits.setProperty("unwatchedPauseSeconds", String.valueOf(unwatchedSeconds));
        return new TestApp(ServerLimits.from(limits));
    }

    private static String visitor(TestApp app) {
        var made = app.send(app.anonymous("/api/visitors").POST(BodyPublishers.ofString("")));
        return "Bearer " + json(made).get("token").stringValue();
    }

    private static HttpResponse<String> create(TestApp app, String visitor, String spec) {
        return app.send(app.anonymous("/api/runs")
                .header("Content-Type", "application/json")
                .header("Authorization", visitor)
                .POST(BodyPublishers.ofString(spec)));
    }

    private static String made(TestApp app, String visitor, String spec) {
        HttpResponse<String> made = create(app, visitor, spec);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return "/api/runs/" + json(made).get("id").stringValue();
    }

    @Test
    void theLongestUnusedLargeRunMakesRoom() {
        try (TestApp app = app(1)) {
            String first = visitor(app);
            String small = made(app, first, XOR);
            String oldest = made(app, first, LARGE);
            String next = made(app, first, LARGE);
            made(app, visitor(app), LARGE);
            String third = visitor(app);
            while (create(app, third, LARGE).statusCode() == 503) {
                Thread.onSpinWait();
            }
            assertThat(app.get(oldest).statusCode()).isEqualTo(404);
            assertThat(app.get(next).statusCode()).isEqualTo(200);
            assertThat(app.get(small).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aRunThatWasUsedJustNowStays() {
        try (TestApp app = app(60)) {
            String first = visitor(app);
            String oldest = made(app, first, LARGE);
            made(app, first, LARGE);
            made(app, visitor(app), LARGE);
            isProblem(create(app, visitor(app), LARGE), 503, "");
            assertThat(app.get(oldest).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aVisitorOverTheirOwnLimitTakesNothingFromOthers() {
        try (TestApp app = app(1)) {
            String oldest = made(app, visitor(app), LARGE);
            String second = visitor(app);
            String playing = made(app, second, LARGE);
            try (TestApp.Events events = app.events(playing + "/frames")) {
                assertThat(events.next()).isPresent();
                String larger = LARGE.replace("398", "900");
                for (long end = System.nanoTime() + 1_500_000_000; System.nanoTime() < end; ) {
                    isProblem(create(app, second, larger), 429, "");
                }
            }
            assertThat(app.get(oldest).statusCode()).isEqualTo(200);
        }
    }
}
