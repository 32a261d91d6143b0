package downhill.bench;

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
import java.util.Map;
import java.util.TreeMap;

/** Reads a run's stream as a browser does: when it ends, it begins anew after the newest step that came. */
final class StreamReader implements AutoCloseable {
    private static final long PAUSE_MILLISECONDS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient client;
    private final URI address;
    private final Map<Integer, String> frames = new TreeMap<>();
    private final Thread thread;
    private int newest = -1;
    private int wrong;
    private int reconnections = -1;

    /** Begins to read. */
    StreamReader(HttpClient client, URI address) {
        this.client = client;
        this.address = address;
        this.thread = Thread.ofVirtual().start(this::readOn);
    }

    private void readOn() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                read();
                Thread.sleep(PAUSE_MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads until the stream ends, for whatever reason. */
    private void read() throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", "text/event-stream");
        if (newest() >= 0) {
            request.header("Last-Event-ID", String.valueOf(newest()));
        }
        try {
            HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
            try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                if (answer.statusCode() == 200) {
                    begin();
                    readEvents(lines);
                }
            }
        } catch (IOException e) {
            // Begins anew.
        }
    }

    private void readEvents(BufferedReader lines) throws IOException {
        String name = "";
        String data = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id: ")) {
                name = line.substring("id: ".length());
            } else if (line.startsWith("data: ")) {
                data = line.substring("data: ".length());
            } else if (line.isEmpty() && !name.isEmpty() && data.startsWith("{\"step\":" + name + ",")) {
                note(Integer.parseInt(name), data);
                name = "";
            }
        }
    }

    private synchronized void begin() {
        reconnections++;
    }

    /** Takes a step. The newest one comes a second time after a tweak, and is another one then. */
    private synchronized void note(int step, String frame) {
        wrong += step == newest + 1 || step == newest ? 0 : 1;
        newest = step;
        frames.put(step, frame);
        notifyAll();
    }

    /** Waits until a step has come. */
    synchronized void await(int step) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (newest < step) {
            if (System.nanoTime() > end) {
                throw new IOException("Step " + step + " did not come; the newest is " + newest);
            }
            wait(PAUSE_MILLISECONDS);
        }
    }

    synchronized int newest() {
        return newest;
    }

    /** The steps that did not follow the one before. */
    synchronized int wrong() {
        return wrong;
    }

    synchronized int reconnections() {
        return Math.max(0, reconnections);
    }

    /** The frames that came, by their steps. */
    synchronized Map<Integer, String> frames() {
        return new TreeMap<>(frames);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
