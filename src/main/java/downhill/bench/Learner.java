package downhill.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Someone with a run of their own who watches it over the loopback interface and notes when each step arrives. */
final class Learner {
    private final int port;
    private final HttpClient client;
    private final String run;
    private final double stepsPerSecond;
    private final List<long[]> arrivals = new ArrayList<>();

    Learner(int port, HttpClient client, String spec, double stepsPerSecond) throws IOException, InterruptedException {
        this.port = port;
        this.client = client;
        this.stepsPerSecond = stepsPerSecond;
        String created = post("/api/runs", spec);
        this.run = "/api/runs/" + created.replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
    }

    private String post(String path, String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        var response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    void play() throws IOException, InterruptedException {
        post(run + "/play", "{\"stepsPerSecond\": " + stepsPerSecond + "}");
    }

    void pause() throws IOException, InterruptedException {
        post(run + "/pause", "{}");
    }

    /** Watches until this time; what came is noted as pairs of a step and a time in nanoseconds. */
    void watch(long until) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("GET " + run + "/frames?digits=5 HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Accept: text/event-stream\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 4096);
            String line = lines.readLine();
            while (line != null && System.nanoTime() < until) {
                if (line.startsWith("id: ")) {
                    arrivals.add(new long[] {Long.parseLong(line.substring(4)), System.nanoTime()});
                }
                line = lines.readLine();
            }
        }
    }

    /** How late each step came, in milliseconds, against the most punctual of them; the first second is not counted. */
    List<Double> lateness() {
        long period = (long) (1e9 / stepsPerSecond);
        List<Long> shifts = arrivals.stream()
                .filter(a -> a[0] > stepsPerSecond)
                .map(a -> a[1] - a[0] * period)
                .toList();
        long best = shifts.stream().mapToLong(Long::longValue).min().orElse(0);
        return shifts.stream().map(shift -> (shift - best) / 1e6).toList();
    }

    /** How many steps the run made while it was watched that did not arrive. */
    long missed() {
        return arrivals.isEmpty() ? 0 : arrivals.getLast()[0] - arrivals.getFirst()[0] + 1 - arrivals.size();
    }
}
