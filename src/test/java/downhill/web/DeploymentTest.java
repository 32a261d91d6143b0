package downhill.web;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.bench.Nginx;
import downhill.live.ServerLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files in {@code deploy/}: a real nginx takes its configuration and lets streams through, and the others are well-formed. */
class DeploymentTest {
    static boolean hasNginx() {
        return Nginx.isInstalled();
    }

    private static TestApp mounted() {
        var limits = new Properties();
        limits.setProperty("heartbeatMilliseconds", "200");
        return new TestApp(ServerLimits.from(limits), "/sub");
    }

    @Test
    @EnabledIf("hasNginx")
    void streamsStreamThroughNginxWithGzipAndAnIdleTimeout() throws IOException, InterruptedException {
        try (TestApp app = mounted();
                HttpClient client = HttpClient.newHttpClient();
                Nginx nginx = new Nginx(Map.of(
                        "node1:7070",
                        "127.0.0.1:" + app.port(),
                        "node2:7070",
                        "127.0.0.1:" + app.port(),
                        "proxy_read_timeout 120s;",
                        "proxy_read_timeout 2s;"))) {
            assertThat(nginx.complaints()).isEmpty();
            String run = "/sub/api/runs/"
                    + TestApp.json(app.post("/sub/api/runs", TestApp.XOR))
                            .get("id")
                            .stringValue();
            HttpResponse<InputStream> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + nginx.port() + run + "/frames"))
                            .header("Accept", "text/event-stream")
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    BodyHandlers.ofInputStream());
            assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
            try (InputStream lines = new GZIPInputStream(answer.body())) {
                assertThat(idAfter(lines, 0)).isEqualTo("id: 0");
                // A silence of more signs of life than the proxy's patience has room for.
                assertThat(idAfter(lines, 15)).isEmpty();
                app.post(run + "/steps", "{\"count\": 1}");
                assertThat(idAfter(lines, 0)).isEqualTo("id: 1");
            }
        }
    }

    /** The next line with an id, or nothing after a number of signs of life, if that is not 0. */
    private static String idAfter(InputStream lines, int signs) throws IOException {
        int seen = 0;
        while (signs == 0 || seen < signs) {
            String line = line(lines);
            seen += line.startsWith(":") ? 1 : 0;
            if (line.startsWith("id: ")) {
                return line;
            }
        }
        return "";
    }

    /** The next line, read byte by byte: a reader with a buffer would wait for more than there is. */
    private static String line(InputStream lines) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int read = lines.read(); read != '\n'; read = lines.read()) {
            if (read < 0) {
                throw new AssertionError("the stream ended");
            }
            line.write(read);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static List<Object> documents(String file) throws IOException {
        String text = Files.readString(Path.of("deploy", file));
        List<Object> documents = new ArrayList<>();
        new Load(LoadSettings.builder().build()).loadAllFromString(text).forEach(documents::add);
        return documents;
    }

    @Test
    void theServersOfTheComposeFileAreThoseOfNginx() throws IOException {
        String servers = String.valueOf(((Map<?, ?>) documents("compose.yaml").getFirst()).get("services"));
        String nginx = Files.readString(Path.of("deploy", "nginx.conf"));
        for (String node : List.of("node1", "node2")) {
            assertThat(servers).contains(node + "=", "NODE_ADDRESS=http://" + node + ":7070");
            assertThat(nginx).contains("server " + node + ":7070");
        }
    }

    @Test
    void theKubernetesFilesNameTheProbesThatThereAre() throws IOException {
        List<Object> documents = documents("kubernetes.yaml");
        assertThat(documents.stream()
                        .map(document -> String.valueOf(((Map<?, ?>) document).get("kind")))
                        .toList())
                .isEqualTo(List.of("Deployment", "Service", "PodDisruptionBudget"));
        try (TestApp app = new TestApp()) {
            for (String probe : List.of("/health/live", "/health/ready")) {
                assertThat(documents.toString()).contains("path=" + probe);
                assertThat(app.get(probe).statusCode()).isEqualTo(200);
            }
        }
    }
}
