package downhill.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Someone who has a run of their own. */
final class Learner {
    private final int port;
    private final HttpClient client;
    private final String run;
    private final double stepsPerSecond;

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

    /** The address of the run's stream of frames. */
    String frames() {
        return run + "/frames?digits=5";
    }

    /** The run's name in addresses. */
    String id() {
        return run.substring(run.lastIndexOf('/') + 1);
    }

    double stepsPerSecond() {
        return stepsPerSecond;
    }

    void play() throws IOException, InterruptedException {
        post(run + "/play", "{\"stepsPerSecond\": " + stepsPerSecond + "}");
    }

    void pause() throws IOException, InterruptedException {
        post(run + "/pause", "{}");
    }
}
