package downhill.web;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.live.ServerLimits;
import downhill.web.http.ServerSettings;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static TestApp app(Map<String, String> environment) {
        return new TestApp(ServerLimits.DEFAULT, ServerSettings.from(environment));
    }

    @Test
    void requestsAreCountedByRouteAndNamesOfRunsAreNot() {
        try (TestApp app = app(Map.of("PORT", "0"))) {
            String run = app.create(TestApp.XOR);
            app.post(run + "/steps", "{\"count\": 3}");
            app.get("/api/runs/none");
            String figures = app.get("/metrics").body();
            assertThat(figures)
                    .contains("route=\"/api/runs/{id}/steps\",status=\"200\"")
                    .contains("downhill_requests_seconds_count{method=\"GET\",route=\"/api/runs/{id}\",status=\"404\"}")
                    .contains("downhill_runs 1.0")
                    .contains("downhill_alive 1.0")
                    .contains("jvm_memory_used_bytes")
                    .doesNotContain(run.substring(run.lastIndexOf('/') + 1), "127.0.0.1", "none\"");
        }
    }

    @Test
    void whoComesThroughAProxyNeedsTheToken() {
        try (TestApp app = app(Map.of("PORT", "0", "METRICS_TOKEN", "a secret"))) {
            assertThat(status(app, "X-Forwarded-For", "9.9.9.9")).isEqualTo(404);
            assertThat(app.send(app.anonymous("/metrics")
                                    .header("X-Forwarded-For", "9.9.9.9")
                                    .header("Authorization", "Bearer a secret"))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(status(app, "Authorization", "Bearer another")).isEqualTo(404);
            HttpResponse<String> here = app.send(app.anonymous("/metrics"));
            assertThat(here.statusCode()).isEqualTo(200);
        }
    }

    private static int status(TestApp app, String header, String value) {
        return app.send(app.anonymous("/metrics").header(header, value)).statusCode();
    }
}
