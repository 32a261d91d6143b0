package downhill.web.http;

import downhill.live.Runs;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The figures for those who run the server, in the format of Prometheus: requests by route and answer, runs, memory, threads' work. They name routes,
 * never addresses or ids. They are for clients on this machine that came through no proxy, and for those that show the token of METRICS_TOKEN.
 */
public final class Metrics {
    private static final String BEGUN = "downhill.begun";
    private static final String BEARER = "Bearer ";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Optional<String> token;

    /**
     * Begins to count.
     *
     * @param token the one that a client from elsewhere must show
     */
    public Metrics(Runs runs, Optional<String> token) {
        this.token = token;
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        registry.gauge("downhill.runs", runs, Runs::size);
        registry.gauge("downhill.run.bytes", runs, all -> all.memory().runs().taken());
        registry.gauge("downhill.workers.active", runs, all -> all.workers().active());
        registry.gauge("downhill.alive", runs, all -> all.isAlive() ? 1 : 0);
    }

    public void addTo(RoutesConfig routes) {
        routes.before(ctx -> ctx.attribute(BEGUN, System.nanoTime()));
        routes.after(this::count);
        routes.get("/metrics", this::answer);
    }

    /** Counts an answer; a stream is counted when it ends. */
    private void count(Context ctx) {
        Long begun = ctx.attribute(BEGUN);
        Endpoint endpoint = ctx.endpoints().lastHttpEndpoint();
        if (begun != null) {
            Timer.builder("downhill.requests")
                    .tag("route", endpoint == null ? "none" : endpoint.path)
                    .tag("method", ctx.method().name())
                    .tag("status", String.valueOf(ctx.statusCode()))
                    .register(registry)
                    .record(Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private void answer(Context ctx) throws UnknownHostException {
        if (!isAllowed(ctx)) {
            throw new NotFoundResponse("There is nothing at this address.");
        }
        ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(registry.scrape());
    }

    private boolean isAllowed(Context ctx) throws UnknownHostException {
        @Nullable String shown = ctx.header("Authorization");
        if (token.isPresent() && shown != null && shown.startsWith(BEARER)) {
            return MessageDigest.isEqual(bytes(shown.substring(BEARER.length()).strip()), bytes(token.get()));
        }
        boolean isProxied = ctx.header("X-Forwarded-For") != null || ctx.header("Forwarded") != null;
        return !isProxied && InetAddress.getByName(ctx.req().getRemoteAddr()).isLoopbackAddress();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
