package downhill.web;

import downhill.live.Runs;
import io.javalin.config.RoutesConfig;
import java.util.function.BooleanSupplier;

/** What a load balancer or a container asks: is the process alive, and should it get requests. */
final class Health {
    private final Runs runs;
    private final BooleanSupplier stopping;

    Health(Runs runs, BooleanSupplier stopping) {
        this.runs = runs;
        this.stopping = stopping;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/health/live", ctx -> ctx.contentType("application/json").result("{\"status\":\"up\"}"));
        routes.get("/health/ready", ctx -> {
            boolean ready = !stopping.getAsBoolean();
            ctx.status(ready ? 200 : 503)
                    .contentType("application/json")
                    .result("{\"status\":\"" + (ready ? "up" : "stopping") + "\",\"runs\":" + runs.size() + "}");
        });
    }
}
