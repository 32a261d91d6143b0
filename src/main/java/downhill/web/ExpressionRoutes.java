package downhill.web;

import downhill.json.ExpressionJson;
import downhill.json.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Set;

/** The route that makes a computation graph of a typed expression. */
final class ExpressionRoutes {
    void addTo(RoutesConfig routes) {
        routes.post("/api/expressions", ExpressionRoutes::answer);
    }

    private static void answer(Context ctx) {
        Requests.allowQuery(ctx, Set.of());
        RunRoutes.json(ctx, Json.bytes(ExpressionJson.answer(ExpressionJson.read(Requests.json(ctx)))));
    }
}
