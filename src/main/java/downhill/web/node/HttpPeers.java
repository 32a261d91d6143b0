package downhill.web.node;

import downhill.live.lease.Peers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Asks other servers for a sign of life, each once a second at most, since all who wait for the runs of a dead one ask at the same time. */
public final class HttpPeers implements Peers {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private record Answer(boolean alive, long at) {}

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final String path;
    private final LongSupplier clock;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /**
     * Asks servers that are mounted at a path.
     *
     * @param clock nanoseconds from some time on
     */
    public HttpPeers(String base, LongSupplier clock) {
        this.path = base + "/health/live";
        this.clock = clock;
    }

    @Override
    public boolean answers(String address) {
        if (address.isEmpty()) {
            return false;
        }
        Answer answer = answers.compute(
                address,
                (place, before) -> before != null && clock.getAsLong() - before.at() < FRESH_NANOS
                        ? before
                        : new Answer(asks(place), clock.getAsLong()));
        return answer != null && answer.alive();
    }

    private boolean asks(String address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                    .timeout(PATIENCE)
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
