package downhill.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kills one of two servers behind an nginx, again and again, while a run plays and somebody watches it. It checks that the other server goes on with it: no
 * step is missing on the stream, each has the bits that it had before, and no tweak that was answered is lost.
 */
public final class NodeKills implements AutoCloseable {
    private static final String SPEC = """
            {"data": {"name": "circle", "count": 100}, "network": {"layers": [2, 4, 1]}, "batch": {"size": 10, "shuffle": true},
             "optimizer": {"name": "adam", "learningRate": 0.01}}""";

    private static final int LEASE_MILLISECONDS = 2000;
    private static final int STEPS = 20;
    private static final int STEPS_A_SECOND = 50;
    private static final long SEED = 7;
    private static final long PAUSE_MILLISECONDS = 100;
    private static final int TRIES = 600;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(SEED);
    private final Postgres postgres;
    private final int[] ports = {Nginx.freePort(), Nginx.freePort()};
    private final ServerProcess[] nodes = new ServerProcess[2];
    private final Nginx nginx;
    private final String token;
    private final String run;
    private final StreamReader reader;
    private final List<Double> rates = new ArrayList<>();
    private final List<Double> gaps = new ArrayList<>();

    /**
     * The outcome.
     *
     * @param kills how often a server was killed
     * @param steps the steps that came on the stream
     * @param reconnections how often the stream began anew
     * @param tweaks the tweaks that were answered
     * @param wrong steps that were missing or had other bits, and tweaks that were lost
     * @param milliseconds from each kill to the next step on the stream
     */
    public record Outcome(int kills, int steps, int reconnections, int tweaks, int wrong, List<Double> milliseconds) {}

    private NodeKills() throws IOException, InterruptedException {
        postgres = Postgres.start(true).orElseThrow();
        nodes[0] = start(0);
        nodes[1] = start(1);
        nginx = Nginx.before(ports[0], ports[1]);
        token = json(send("POST", "/api/visitors", "", "")).get("token").stringValue();
        run = "/api/runs/" + json(send("POST", "/api/runs", SPEC)).get("id").stringValue();
        reader = new StreamReader(client, URI.create("http://127.0.0.1:" + nginx.port() + run + "/frames?from=-1"));
    }

    /** {@code [kills]}, 20 unless given. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Outcome outcome = measure(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20);
        double[] gaps = outcome.milliseconds().stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "killed one of two servers %d times, with leases of %d ms: %d steps came on the stream, which began anew %d times; %d tweaks had been answered;"
                        + " %d steps or tweaks were wrong; from a kill to the next step %.0f ms in the median, %.0f at most%n",
                outcome.kills(),
                LEASE_MILLISECONDS,
                outcome.steps(),
                outcome.reconnections(),
                outcome.tweaks(),
                outcome.wrong(),
                gaps[gaps.length / 2],
                gaps[gaps.length - 1]);
    }

    /** Kills a server a number of times. */
    public static Outcome measure(int kills) throws IOException, InterruptedException {
        try (var soak = new NodeKills()) {
            soak.send("POST", soak.run + "/play", "{\"stepsPerSecond\": " + STEPS_A_SECOND + "}");
            for (int kill = 0; kill < kills; kill++) {
                soak.reader.await(soak.reader.newest() + STEPS);
                soak.kill(soak.owner(), kill + 1 < kills);
            }
            soak.reader.await(soak.reader.newest() + STEPS);
            soak.send("POST", soak.run + "/pause", "");
            return soak.outcome(kills);
        }
    }

    private ServerProcess start(int node) throws IOException {
        return new ServerProcess(
                List.of("-XX:TieredStopAtLevel=1"),
                Files.createTempDirectory("downhill-node"),
                "leaseMilliseconds=" + LEASE_MILLISECONDS + "\n",
                Map.of(
                        "PORT",
                        String.valueOf(ports[node]),
                        "DATABASE_URL",
                        postgres.url(),
                        "TRUSTED_PROXIES",
                        "127.0.0.1"));
    }

    /** The number of the server that has the run. */
    private int owner() throws IOException {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl());
                var query = connection.prepareStatement(
                        "SELECT n.address FROM runs r JOIN nodes n ON n.id = r.node WHERE r.id = ?")) {
            query.setString(1, run.substring(run.lastIndexOf('/') + 1));
            try (var rows = query.executeQuery()) {
                if (!rows.next()) {
                    throw new IOException("No server has the run");
                }
                return rows.getString(1).endsWith(":" + ports[0]) ? 0 : 1;
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** Tweaks the run, kills a server at once, and waits until the stream goes on. */
    private void kill(int node, boolean again) throws IOException, InterruptedException {
        double rate = 0.001 + 0.01 * random.nextDouble();
        send("POST", run + "/tweaks", "{\"optimizer\": {\"learningRate\": " + rate + "}}");
        rates.add(rate);
        nodes[node].kill();
        long killed = System.nanoTime();
        reader.await(reader.newest() + 2);
        gaps.add((System.nanoTime() - killed) / 1e6);
        if (again) {
            nodes[node] = start(node);
        }
    }

    /** Compares every step that came with the run as it is now. */
    private Outcome outcome(int kills) throws IOException, InterruptedException {
        List<Double> kept = new ArrayList<>();
        json(send("GET", run, ""))
                .get("tweaks")
                .forEach(tweak ->
                        kept.add(tweak.get("optimizer").get("learningRate").doubleValue()));
        int wrong = reader.wrong() + (kept.equals(rates) ? 0 : 1);
        Map<Integer, String> seen = reader.frames();
        for (Map.Entry<Integer, String> frame : seen.entrySet()) {
            wrong += send("GET", run + "/frames/" + frame.getKey(), "").equals(frame.getValue()) ? 0 : 1;
        }
        return new Outcome(kills, seen.size(), reader.reconnections(), rates.size(), wrong, List.copyOf(gaps));
    }

    private String send(String method, String path, String body) throws IOException, InterruptedException {
        return send(method, path, body, token);
    }

    /** Sends a request through the balancer, again while the answer is to come later. */
    private String send(String method, String path, String body, String shown)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + nginx.port() + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        if (!shown.isEmpty()) {
            request.header("Authorization", "Bearer " + shown);
        }
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        for (int i = 0; answer.statusCode() >= 502 && i < TRIES; i++) {
            Thread.sleep(PAUSE_MILLISECONDS);
            answer = client.send(request.build(), BodyHandlers.ofString());
        }
        if (answer.statusCode() >= 300) {
            throw new IOException(method + " " + path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @Override
    public void close() throws IOException {
        reader.close();
        nginx.close();
        for (ServerProcess node : nodes) {
            node.close();
        }
        postgres.close();
        client.close();
    }
}
