package downhill.bench.room;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A client of one or several servers: it asks the first one that answers, as a balancer does. It notes how long each page took. */
final class Site implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final long PAUSE_MILLISECONDS = 100;
    private static final int TRIES = 600;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final List<Integer> ports;
    private final Queue<Double> pages = new ConcurrentLinkedQueue<>();

    Site(List<Integer> ports) {
        this.ports = List.copyOf(ports);
    }

    /** An answer whose body has been read. */
    record Answer(int status, String body, Map<String, List<String>> headers) {
        /** The value of the header, with which the answer must come. */
        String header(String name) {
            return headers.getOrDefault(name, List.of()).stream()
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no " + name + " with " + status + " " + body));
        }
    }

    Answer get(int learner, String path, String cookie) throws IOException, InterruptedException {
        return ask(learner, path, cookie, "");
    }

    /** Sends a form of names and values. */
    Answer post(int learner, String path, String cookie, String... fields) throws IOException, InterruptedException {
        var body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return ask(learner, path, cookie, body.isEmpty() ? "-=-" : body.toString());
    }

    /** Asks until there is an answer: somebody presses again, and a browser connects again. Only answers of the first try count as pages. */
    private Answer ask(int learner, String path, String cookie, String form) throws IOException, InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            long start = System.nanoTime();
            try {
                HttpResponse<String> answer = client.send(
                        request(ports.get((learner + i) % ports.size()), path, cookie, form), BodyHandlers.ofString());
                if (answer.statusCode() != 503) {
                    if (i == 0) {
                        pages.add((System.nanoTime() - start) / 1e6);
                    }
                    return new Answer(
                            answer.statusCode(),
                            answer.body(),
                            answer.headers().map().entrySet().stream()
                                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
                }
            } catch (IOException e) {
                // The server was killed.
            }
            Thread.sleep(PAUSE_MILLISECONDS);
        }
        throw new IOException("No server answers " + path);
    }

    private static HttpRequest request(int port, String path, String cookie, String form) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(TIMEOUT)
                .header("Accept", "text/html");
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return form.isEmpty()
                ? request.build()
                : request.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
    }

    /** Opens a stream of events. */
    InputStream events(int learner, String path, String cookie) throws IOException, InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            try {
                HttpRequest.Builder request = HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + ports.get((learner + i) % ports.size()) + path))
                        .header("Accept", "text/event-stream");
                if (!cookie.isEmpty()) {
                    request.header("Cookie", cookie);
                }
                HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
                if (answer.statusCode() == 200) {
                    return answer.body();
                }
                answer.body().close();
            } catch (IOException e) {
                // The server was killed.
            }
            Thread.sleep(PAUSE_MILLISECONDS);
        }
        throw new IOException("No server streams " + path);
    }

    /** The times of all pages so far, in milliseconds. */
    List<Double> pages() {
        return List.copyOf(pages);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
