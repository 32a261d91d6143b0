package downhill.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kills a server in the middle of its work, again and again, and checks that nothing which it answered is lost: tweaks, steps, and the bits of
 * every step that was seen before.
 */
public final class Crashes {
    private static final String SMALL = """
            {"data": {"name": "circle", "count": 250}, "network": {"layers": [2, 6, 4, 1]}, "batch": {"size": 10, "shuffle": true},
             "optimizer": {"name": "adam", "learningRate": 0.01}}""";

    private static final int TWEAKS = 8;
    private static final long SEED = 7;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(SEED);
    private final List<Double> rates = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();
    private final List<Integer> steps = new ArrayList<>();
    private final List<Double> waking = new ArrayList<>();
    private String token = "";
    private String run = "";
    private int wrong;

    private Crashes() {}

    /**
     * The outcome.
     *
     * @param kills how often the server was killed
     * @param tweaks the tweaks that it had answered
     * @param wrong answers after a start that were not what they had been
     * @param milliseconds the times of a run's first answer after each start
     */
    public record Outcome(int kills, int tweaks, int wrong, List<Double> milliseconds) {}

    /** {@code [kills]}, 20 unless given. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Outcome outcome = measure(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20);
        double[] waking = outcome.milliseconds().stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "killed %d times in the middle of a run: %d tweaks had been answered, %d answers were wrong afterwards;"
                        + " a run's first answer after a start took %.0f ms in the median, %.0f at most%n",
                outcome.kills(),
                outcome.tweaks(),
                outcome.wrong(),
                waking[waking.length / 2],
                waking[waking.length - 1]);
    }

    /** Kills a server a number of times. */
    public static Outcome measure(int kills) throws IOException, InterruptedException {
        var crashes = new Crashes();
        Path data = Files.createTempDirectory("downhill-crashes");
        for (int kill = 0; kill < kills; kill++) {
            var server = new ServerProcess(List.of(), data);
            try {
                crashes.check(server);
                crashes.work(server);
            } finally {
                server.kill();
            }
        }
        try (var server = new ServerProcess(List.of(), data)) {
            crashes.check(server);
        }
        return new Outcome(kills, crashes.rates.size(), crashes.wrong, List.copyOf(crashes.waking));
    }

    /** Tweaks a run while it plays, and notes each answer. */
    private void work(ServerProcess server) throws IOException, InterruptedException {
        if (run.isEmpty()) {
            token = json(send(server, "POST", "/api/visitors", "")).get("token").stringValue();
            run = "/api/runs/"
                    + json(send(server, "POST", "/api/runs", SMALL)).get("id").stringValue();
        }
        send(server, "POST", run + "/play", "{\"stepsPerSecond\": 0}");
        for (int i = 0; i < TWEAKS; i++) {
            double rate = 0.001 + 0.01 * random.nextDouble();
            send(server, "POST", run + "/tweaks", "{\"optimizer\": {\"learningRate\": " + rate + "}}");
            rates.add(rate);
            Thread.sleep(random.nextInt(40));
        }
        int step = json(send(server, "POST", run + "/steps", "{\"count\": 10}"))
                .get("step")
                .intValue();
        steps.add(step);
        seen.add(send(server, "GET", run + "/frames/" + step, ""));
    }

    /** Counts every answer of before that is another one now. */
    private void check(ServerProcess server) throws IOException, InterruptedException {
        if (run.isEmpty()) {
            return;
        }
        long start = System.nanoTime();
        JsonNode description = json(send(server, "GET", run, ""));
        waking.add((System.nanoTime() - start) / 1e6);
        List<Double> kept = new ArrayList<>();
        description
                .get("tweaks")
                .forEach(tweak ->
                        kept.add(tweak.get("optimizer").get("learningRate").doubleValue()));
        wrong += kept.equals(rates) ? 0 : 1;
        wrong += description.get("step").intValue() >= steps.getLast() ? 0 : 1;
        for (int i = Math.max(0, steps.size() - 3); i < steps.size(); i++) {
            wrong += send(server, "GET", run + "/frames/" + steps.get(i), "").equals(seen.get(i)) ? 0 : 1;
        }
    }

    private String send(ServerProcess server, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(method + " " + path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
