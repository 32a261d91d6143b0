package downhill;

import downhill.live.ServerLimits;
import downhill.store.Store;
import downhill.store.StoreSettings;
import downhill.web.http.ServerSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A short life of the app that fetches its own pages and runs a network, so that the JVM learns which classes a start needs. */
final class Rehearsal {
    private static final String SPEC = """
            {"data": {"name": "xor"}, "network": {"layers": [2, 4, 1]}, "optimizer": {"learningRate": 0.5}}""";

    private Rehearsal() {}

    static void run(ServerLimits limits) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("downhill");
        try (App app = new App(
                        new ServerSettings(0, "127.0.0.1", "", Optional.empty()),
                        limits,
                        Store.open(StoreSettings.sqlite(folder)));
                HttpClient client = HttpClient.newHttpClient()) {
            String origin = "http://127.0.0.1:" + app.start();
            for (String path : List.of("/", "/playground", "/lessons", "/labs/expressions", "/health/ready")) {
                send(client, HttpRequest.newBuilder(URI.create(origin + path)).build());
            }
            send(client, post(origin + "/graphs", "{\"expression\": \"L = (w*x + b - y)^2\"}"));
            String created = send(client, post(origin + "/api/runs", SPEC));
            String id = created.replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
            send(client, post(origin + "/api/runs/" + id + "/steps", "{\"count\": 1000}"));
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static HttpRequest post(String address, String json) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
    }

    private static String send(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        var response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 400) {
            throw new IOException(request.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }
}
