package downhill.web.api;

import downhill.descent.HeightMap;
import downhill.descent.HillInfo;
import downhill.descent.HillPath;
import downhill.descent.Hills;
import downhill.insight.description.hill.HillDescription;
import downhill.json.DescriptionJson;
import downhill.json.HillJson;
import downhill.json.WalkersJson;
import downhill.json.form.BadInputException;
import downhill.json.form.BadInputException.Kind;
import downhill.json.form.Json;
import downhill.math.text.EditDistance;
import downhill.train.spec.Problem;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Set;

/** The routes of the analytic hills and the descents on them. */
public final class HillRoutes {
    private static final int DEFAULT_SIZE = 61;
    private static final int LARGEST_SIZE = 201;

    public void addTo(RoutesConfig routes) {
        routes.get("/api/hills", HillRoutes::hills);
        routes.get("/api/hills/{name}", HillRoutes::hill);
        routes.get("/api/hills/{name}/heights", HillRoutes::heights);
        routes.post("/api/hills/{name}/descents", HillRoutes::descend);
        routes.post("/api/hills/{name}/telling", HillRoutes::tell);
    }

    private static void hills(Context ctx) {
        Requests.allowQuery(ctx, Set.of());
        Responses.json(ctx, Json.bytes(HillJson.hills(Hills.all())));
    }

    private static void hill(Context ctx) {
        Requests.allowQuery(ctx, Set.of());
        Responses.json(ctx, Json.bytes(HillJson.hill(named(ctx))));
    }

    private static void heights(Context ctx) {
        HillInfo info = named(ctx);
        Requests.allowQuery(ctx, Set.of("size"));
        int size = Requests.whole(ctx, "size", 2, LARGEST_SIZE).orElse(DEFAULT_SIZE);
        Responses.json(ctx, Json.bytes(HillJson.heights(HeightMap.of(info, size))));
    }

    private static void descend(Context ctx) {
        HillInfo info = named(ctx);
        Requests.allowQuery(ctx, Set.of());
        HillJson.Descent descent = HillJson.read(Requests.json(ctx), info);
        Responses.json(ctx, Json.bytes(HillJson.path(info, descent, descend(info, descent))));
    }

    /** Describes a hill's figures, as {@code GET /api/runs/{id}/telling} describes a run's. */
    private static void tell(Context ctx) {
        HillInfo info = named(ctx);
        Requests.allowQuery(ctx, Set.of());
        WalkersJson.Walkers asked = WalkersJson.read(Requests.json(ctx), info);
        int step = asked.paths().stream()
                .mapToInt(descend -> descend.places().size() - 1)
                .max()
                .orElse(0);
        Responses.json(ctx, DescriptionJson.write(step, HillDescription.of(info, asked.paths(), asked.fog())));
    }

    private static HillPath descend(HillInfo info, HillJson.Descent descent) {
        try {
            return HillPath.descend(info.hill(), descent.start(), descent.optimizer(), descent.steps());
        } catch (IllegalArgumentException e) {
            throw new BadInputException(Kind.VALUE, List.of(new Problem("/start", String.valueOf(e.getMessage()))));
        }
    }

    private static HillInfo named(Context ctx) {
        String name = ctx.pathParam("name");
        return Hills.named(name).orElseThrow(() -> {
            List<String> names = Hills.all().stream().map(HillInfo::name).toList();
            String near = EditDistance.nearest(name, names)
                    .map(n -> " Did you mean \"" + n + "\"?")
                    .orElse("");
            return new NotFoundResponse(
                    "There is no hill of this name." + near + " There are " + String.join(", ", names) + ".");
        });
    }
}
