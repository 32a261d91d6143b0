package downhill.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Measures how long the server takes to refuse senseless requests, on every route that its own description names: an unknown run, an unknown query, a
 * body that is cut off, nested without end, or long.
 */
final class Refusals {
    private static final int ROUNDS = 12;
    private static final int COUNTED = 10;

    private final HttpClient client;
    private final String root;
    private int unfit;
    private int closed;

    private record Attempt(String method, String path, String body) {}

    Refusals(HttpClient client, int port) {
        this.client = client;
        this.root = "http://localhost:" + port;
    }

    /** Prints the slowest refusals. */
    void measure(String run) throws IOException, InterruptedException {
        List<Attempt> attempts = attempts(run);
        double[] slowest = new double[attempts.size()];
        List<Double> all = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < slowest.length; i++) {
                double taken = milliseconds(attempts.get(i));
                if (round >= ROUNDS - COUNTED) {
                    slowest[i] = Math.max(slowest[i], taken);
                    all.add(taken);
                }
            }
        }
        double[] sorted = all.stream().mapToDouble(d -> d).sorted().toArray();
        int last = slowest.length - 1;
        Integer[] order =
                java.util.stream.IntStream.rangeClosed(0, last).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> Double.compare(slowest[b], slowest[a]));
        System.out.printf(
                Locale.ROOT,
                "%d senseless requests on every route: median %.1f ms, p99 %.1f, most %.1f (%s %s); answered by an error of the server: %d; connections closed while a body was sent: %d%n",
                sorted.length,
                sorted[sorted.length / 2],
                sorted[(int) (0.99 * (sorted.length - 1))],
                sorted[sorted.length - 1],
                attempts.get(order[0]).method,
                attempts.get(order[0]).path,
                unfit,
                closed);
    }

    private List<Attempt> attempts(String run) throws IOException, InterruptedException {
        HttpRequest description =
                HttpRequest.newBuilder(URI.create(root + "/api/openapi.json")).build();
        JsonNode paths = new ObjectMapper()
                .readTree(client.send(description, BodyHandlers.ofString()).body())
                .get("paths");
        List<Attempt> attempts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String method = operation.getKey().toUpperCase(Locale.ROOT);
                String known = filled(path.getKey(), run);
                attempts.add(new Attempt(method, filled(path.getKey(), "nobody"), "{}"));
                attempts.add(new Attempt(method, known + "?nonsense=1&step=-7&size=1e9", ""));
                if (!method.equals("GET")) {
                    attempts.add(new Attempt(method, known, "{\"data\": "));
                    attempts.add(new Attempt(method, known, "[".repeat(20_000)));
                    attempts.add(new Attempt(method, known, "{\"expression\": \"" + "(x+".repeat(2_000) + "\"}"));
                    attempts.add(new Attempt(method, known, "1,2\n".repeat(20_000) + "1,x\n"));
                }
            }
        }
        attempts.removeIf(attempt -> attempt.method.equals("DELETE") && attempt.path.contains(run));
        return attempts;
    }

    private static String filled(String path, String run) {
        return path.replace("{id}", run).replaceAll("\\{[a-z]+}", "0");
    }

    /** The time until the answer begins, or until the server closes a connection on which it will read no more. */
    private double milliseconds(Attempt attempt) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + attempt.path))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .method(attempt.method, BodyPublishers.ofString(attempt.body))
                .build();
        long start = System.nanoTime();
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            double taken = (System.nanoTime() - start) / 1e6;
            response.body().close();
            unfit += response.statusCode() >= 500 ? 1 : 0;
            return taken;
        } catch (IOException e) {
            closed++;
            return (System.nanoTime() - start) / 1e6;
        }
    }
}
