package downhill.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** A visitor with a token and a run of their own. */
final class Learner {
    private final int port;
    private final HttpClient client;
    private final String run;
    private final double stepsPerSecond;
    private final String token;

    Learner(int port, HttpClient client, String spec, double stepsPerSecond) throws IOException, InterruptedException {
        this.port = port;
        this.client = client;
        this.stepsPerSecond = stepsPerSecond;
        this.token = named("token", send(request("/api/visitors").POST(BodyPublishers.noBody())));
        this.run = "/api/runs/" + named("id", post("/api/runs", spec));
    }

    private static String named(String name, String json) {
        return json.replaceAll("(?s).*\"" + name + "\":\"([^\"]+)\".*", "$1");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private String post(String path, String json) throws IOException, InterruptedException {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = client.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(
                    response.uri().getPath() + " answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    /** The token by which the server knows this visitor. */
    String token() {
        return token;
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
