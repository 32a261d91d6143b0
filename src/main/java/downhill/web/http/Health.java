package downhill.web.http;

import downhill.live.Runs;
import io.javalin.config.RoutesConfig;
import java.util.function.BooleanSupplier;

/** What a load balancer or a container asks: is the process alive, and should it get requests. */
public final class Health {
    private final Runs runs;
    private final BooleanSupplier stopping;

    public Health(Runs runs, BooleanSupplier stopping) {
        this.runs = runs;
        this.stopping = stopping;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/health/live", ctx -> ctx.contentType("application/json").result("{\"status\":\"up\"}"));
        routes.get("/health/ready", ctx -> {
            boolean ready = !stopping.getAsBoolean();
            ctx.status(ready ? 200 : 503)
                    .contentType("application/json")
                    .result("{\"status\":\"" + (ready ? "up" : "stopping") + "\",\"runs\":" + runs.size() + "}");
        });
    }
}
