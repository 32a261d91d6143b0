package downhill.web.http;

import downhill.live.Runs;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.BooleanSupplier;

/** The answers to a load balancer or a container: the process is alive, and it should or should not get requests. */
public final class Health {
    private static final String UP = "up";

    private final Runs runs;
    private final BooleanSupplier stopping;
    private final BooleanSupplier isFull;

    /**
     * Answers for this server.
     *
     * @param isFull whether its heap has hardly any room
     */
    public Health(Runs runs, BooleanSupplier stopping, BooleanSupplier isFull) {
        this.runs = runs;
        this.stopping = stopping;
        this.isFull = isFull;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/health/live", ctx -> {
            boolean alive = runs.isAlive();
            answer(ctx, alive, "{\"status\":\"" + (alive ? UP : "down") + "\"}");
        });
        routes.get("/health/ready", ctx -> {
            String status = status(runs.isAlive(), stopping.getAsBoolean(), isFull.getAsBoolean());
            answer(ctx, status.equals(UP), "{\"status\":\"" + status + "\",\"runs\":" + runs.size() + "}");
        });
    }

    /** The server's state in a word: only one that is up should get requests. */
    static String status(boolean alive, boolean stopping, boolean full) {
        if (!alive) {
            return "down";
        }
        return stopping ? "stopping" : full ? "full" : UP;
    }

    private static void answer(Context ctx, boolean well, String json) {
        ctx.status(well ? 200 : 503).contentType("application/json").result(json);
    }
}
