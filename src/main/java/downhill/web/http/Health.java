package downhill.web.http;

import downhill.live.Runs;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.BooleanSupplier;

/** The answers to a load balancer or a container: the process is alive, and it should or should not get requests. */
public final class Health {
    private final Runs runs;
    private final BooleanSupplier stopping;

    public Health(Runs runs, BooleanSupplier stopping) {
        this.runs = runs;
        this.stopping = stopping;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/health/live", ctx -> {
            boolean alive = runs.isAlive();
            answer(ctx, alive, "{\"status\":\"" + (alive ? "up" : "down") + "\"}");
        });
        routes.get("/health/ready", ctx -> {
            boolean alive = runs.isAlive();
            boolean ready = alive && !stopping.getAsBoolean();
            String status = ready ? "up" : alive ? "stopping" : "down";
            answer(ctx, ready, "{\"status\":\"" + status + "\",\"runs\":" + runs.size() + "}");
        });
    }

    private static void answer(Context ctx, boolean well, String json) {
        ctx.status(well ? 200 : 503).contentType("application/json").result(json);
    }
}
