package downhill.web.api;

import downhill.json.ExpressionJson;
import downhill.json.form.Json;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Set;

/** The route that makes a computation graph of a typed expression. */
public final class ExpressionRoutes {
    public void addTo(RoutesConfig routes) {
        routes.post("/api/expressions", ExpressionRoutes::answer);
    }

    private static void answer(Context ctx) {
        Requests.allowQuery(ctx, Set.of());
        Responses.json(ctx, Json.bytes(ExpressionJson.answer(ExpressionJson.read(Requests.json(ctx)))));
    }
}
