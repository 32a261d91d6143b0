package downhill.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures what others notice while one visitor asks for the heaviest things as often as possible: how long a page takes, and how late the steps of
 * a learner's run are. On loopback, for a bounded time, with a few requests at once.
 */
public final class Attack {
    private static final String SMALL = """
            {"data": {"name": "circle", "count": 250, "testShare": 0}, "network": {"layers": [2, 4, 2, 1]},
             "optimizer": {"learningRate": 0.1}}""";
    private static final String LARGE = """
            {"data": {"name": "digits", "count": 200}, "network": {"layers": [784, 1000, 115, 10]}, "batch": {"size": 32},
             "optimizer": {"learningRate": 0.001}}""";
    private static final String HUGE = """
            {"data": {"name": "digits", "count": 100}, "network": {"layers": [784, 2300, 10]}, "batch": {"size": 32}}""";

    private static final int AT_ONCE = 4;
    private static final int RUNS = 100;
    private static final int RATE = 20;
    private static final int UNCOUNTED = 2 * RATE;
    private static final long PAUSE_MS = 50;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private final int seconds;

    private Attack(int port, int seconds) {
        this.port = port;
        this.seconds = seconds;
    }

    /** {@code [seconds of each attack]}, 10 unless given. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        try (var server = new ServerProcess(List.of())) {
            var attack = new Attack(server.port(), seconds);
            attack.measure("warm-up, nobody attacks", List.of());
            attack.measure("nobody attacks", List.of());
            var large = new Learner(server.port(), attack.client, LARGE, 0);
            attack.measure("networks of 1,826,200 weights are made", List.of(request -> request.create(large, HUGE)));
            attack.measure(
                    "gradient checks", List.of(request -> request.post(large, "gradient-check", "{\"sample\": 100}")));
            attack.measure("landscapes", List.of(request -> request.get(large, "landscape?directions=random&size=31")));
            attack.measure(
                    "full frames of 900,150 weights", List.of(request -> request.get(large, "frames/0?detail=full")));
            attack.crowd();
            attack.measure(RUNS + " runs at full speed", List.of());
        }
    }

    /** One heavy request of the attacker; answers its status. */
    private interface Heavy {
        int send(Attack attack) throws IOException, InterruptedException;
    }

    private void measure(String title, List<Heavy> heavy) throws IOException, InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        var sent = new AtomicInteger();
        var refused = new AtomicInteger();
        List<Thread> attackers = new ArrayList<>();
        for (Heavy each : heavy) {
            for (int i = 0; i < AT_ONCE; i++) {
                attackers.add(Thread.startVirtualThread(() -> repeat(each, end, sent, refused)));
            }
        }
        var learner = new Learner(port, client, SMALL, RATE);
        List<Double> pages = new ArrayList<>();
        try (var crowd = new Crowd(port)) {
            crowd.watch(learner.frames());
            learner.play();
            while (System.nanoTime() < end) {
                pages.add(page());
                crowd.readUntil(System.nanoTime() + PAUSE_MS * 1_000_000);
            }
            learner.pause();
            print(title, pages, crowd.watches().getFirst().lateness(RATE, UNCOUNTED), sent.get(), refused.get());
        }
        for (Thread attacker : attackers) {
            attacker.join();
        }
    }

    private void repeat(Heavy heavy, long end, AtomicInteger sent, AtomicInteger refused) {
        try {
            while (System.nanoTime() < end) {
                sent.incrementAndGet();
                if (heavy.send(this) >= 400) {
                    refused.incrementAndGet();
                    Thread.sleep(PAUSE_MS);
                }
            }
        } catch (IOException e) {
            System.err.println("an attacker's request failed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Milliseconds until a page is there. */
    private double page() throws IOException, InterruptedException {
        long start = System.nanoTime();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/lessons/the-hill/1"))
                .timeout(LIMIT)
                .build();
        var response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("a page answered " + response.statusCode());
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private int create(Learner attacker, String spec) throws IOException, InterruptedException {
        return send(attacker, "/api/runs", "POST", spec);
    }

    private int post(Learner attacker, String what, String body) throws IOException, InterruptedException {
        return send(attacker, "/api/runs/" + attacker.id() + "/" + what, "POST", body);
    }

    private int get(Learner attacker, String what) throws IOException, InterruptedException {
        return send(attacker, "/api/runs/" + attacker.id() + "/" + what, "GET", "");
    }

    private int send(Learner attacker, String path, String method, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + attacker.token())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    /** Starts many runs of one visitor at full speed. */
    private void crowd() throws IOException, InterruptedException {
        var attacker = new Learner(port, client, SMALL, 0);
        for (int i = 0; i < RUNS; i++) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/runs"))
                    .header("Authorization", "Bearer " + attacker.token())
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(SMALL))
                    .build();
            String made = client.send(request, BodyHandlers.ofString()).body();
            String id = made.replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
            send(attacker, "/api/runs/" + id + "/play", "POST", "{\"stepsPerSecond\": 0}");
        }
    }

    private static void print(String title, List<Double> pages, double[] late, int sent, int refused) {
        double[] sorted =
                pages.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double[] lateness = Arrays.stream(late).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%-40s  a page takes %6.1f ms in the median, %6.1f at the 99th percentile; a learner's step is late by %5.1f ms in the"
                        + " median, %6.1f at the 99th percentile (%d pages, %d steps; %d requests of the attacker, %d refused)%n",
                title,
                quantile(sorted, 0.5),
                quantile(sorted, 0.99),
                quantile(lateness, 0.5),
                quantile(lateness, 0.99),
                sorted.length,
                lateness.length,
                sent,
                refused);
    }

    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))];
    }
}
