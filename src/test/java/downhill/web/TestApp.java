package downhill.web;

import downhill.App;
import downhill.live.ServerLimits;
import downhill.live.archive.Archive;
import downhill.live.archive.NoArchive;
import downhill.web.http.ServerSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole app on a free port, and a client for it. */
final class TestApp implements AutoCloseable {
    static final String XOR = """
            {"seed": 1, "data": {"name": "xor"}, "network": {"layers": [2, 2, 1]}, "optimizer": {"learningRate": 2}}""";

    private static final Pattern CONFIG = Pattern.compile("data-config=\"([^\"]+)\"");
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);

    private final App app;
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final String token;

    TestApp() {
        this(ServerLimits.DEFAULT);
    }

    TestApp(ServerLimits limits) {
        this(limits, "");
    }

    TestApp(ServerLimits limits, String base) {
        this(limits, new ServerSettings(0, "127.0.0.1", base, Optional.empty()));
    }

    TestApp(ServerLimits limits, ServerSettings settings) {
        this(limits, settings, new NoArchive());
    }

    TestApp(ServerLimits limits, ServerSettings settings, Archive archive) {
        app = new App(settings, limits, archive);
        port = app.start();
        token = json(send(anonymous(settings.base() + "/api/visitors").POST(HttpRequest.BodyPublishers.noBody())))
                .get("token")
                .stringValue();
    }

    int port() {
        return port;
    }

    String origin() {
        return "http://127.0.0.1:" + port;
    }

    /** A request of the visitor whom this app's tests play. */
    HttpRequest.Builder request(String path) {
        return anonymous(path).header("Authorization", "Bearer " + token);
    }

    /** A request without a token. */
    HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(URI.create(origin() + path)).timeout(REQUEST_TIMEOUT);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    HttpResponse<String> post(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    /** Creates a run and answers its address. */
    String create(String spec) {
        HttpResponse<String> response = post("/api/runs", spec);
        if (response.statusCode() != 201) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return "/api/runs/" + json(response).get("id").stringValue();
    }

    static JsonNode json(HttpResponse<String> response) {
        return MAPPER.readTree(response.body());
    }

    /** The configuration of a page's first stage. */
    static JsonNode stage(String page) {
        Matcher config = CONFIG.matcher(page);
        if (!config.find()) {
            throw new AssertionError("no stage on this page: " + page);
        }
        return tree(config.group(1)
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&"));
    }

    static JsonNode tree(String json) {
        return MAPPER.readTree(json);
    }

    /** Opens the stream of a run's frames. */
    Events events(String path, String... headers) {
        HttpRequest.Builder request = request(path).header("Accept", "text/event-stream");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return new Events(client.send(request.build(), BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        client.close();
        app.close();
    }

    /** Ends the server while clients are still connected. */
    void stop() {
        app.close();
    }

    /** One event of a stream; a comment line is an event of the name ":". */
    record Event(String name, String id, String data) {
        int step() {
            return MAPPER.readTree(data).get("step").intValue();
        }
    }

    /** A stream of events, read one by one. */
    static final class Events implements AutoCloseable {
        final int status;
        private final InputStream body;
        private final BufferedReader lines;

        Events(HttpResponse<InputStream> response) {
            this.status = response.statusCode();
            this.body = response.body();
            this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        }

        /** The next event; nothing at the end of the stream. */
        Optional<Event> next() {
            String name = "message";
            String id = "";
            StringBuilder data = new StringBuilder();
            try {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.isEmpty()) {
                        return Optional.of(new Event(name, id, data.toString()));
                    } else if (line.startsWith(":")) {
                        name = ":";
                    } else if (line.startsWith("event: ")) {
                        name = line.substring(7);
                    } else if (line.startsWith("id: ")) {
                        id = line.substring(4);
                    } else if (line.startsWith("data: ")) {
                        data.append(line.substring(6));
                    }
                }
            } catch (IOException e) {
                return Optional.empty();
            }
            return Optional.empty();
        }

        /** The next event of this name. */
        Event next(String name) {
            Optional<Event> event = next();
            while (event.isPresent() && !event.get().name().equals(name)) {
                event = next();
            }
            return event.orElseThrow(() -> new AssertionError("the stream ended before an event " + name));
        }

        /** The next frames, of a given number. */
        List<Event> frames(int count) {
            List<Event> frames = new ArrayList<>();
            while (frames.size() < count) {
                frames.add(next("frame"));
            }
            return frames;
        }

        @Override
        public void close() {
            try {
                body.close();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
