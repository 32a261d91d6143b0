package downhill.web.api;

import downhill.export.CostTable;
import downhill.export.Format;
import downhill.export.Programs;
import downhill.export.Recipe;
import downhill.json.RunJson;
import downhill.json.form.BadInputException;
import downhill.json.form.Json;
import downhill.live.LiveRun;
import downhill.live.Runs;
import downhill.net.Network;
import downhill.train.history.CostSeries;
import downhill.train.history.History;
import downhill.train.spec.Problem;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The route that writes a run down: as a program in some language, or as its numbers. */
public final class ExportRoutes {
    private static final String JSON = "json";
    private static final String CSV = "csv";

    private final Runs runs;

    public ExportRoutes(Runs runs) {
        this.runs = runs;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/api/runs/{id}/export", this::export);
    }

    /** A run at the time of the request, so that nothing is written while it waits. */
    private record Kept(Recipe recipe, CostSeries costs, Network network) {
        static Kept of(History history) {
            var run = history.newest();
            return new Kept(
                    new Recipe(run.spec(), run.data(), history.tweaks(), history.step()),
                    history.costs(0, history.step()),
                    run.network().with(run.network().parameters().values()));
        }
    }

    private void export(Context ctx) {
        LiveRun run = Requests.run(ctx, runs);
        Requests.allowQuery(ctx, Set.of("format"));
        String name = Requests.choice(ctx, "format", names()).orElseThrow(ExportRoutes::noFormat);
        try (var _ = run.memory().write(run.read(h -> h.costs(0, h.step())).size(), true)) {
            export(ctx, name, run.read(Kept::of));
        }
    }

    private static void export(Context ctx, String name, Kept kept) {
        switch (name) {
            case JSON -> Responses.json(ctx, json(kept));
            case CSV -> text(ctx, "text/csv", "costs.csv", CostTable.write(kept.recipe(), kept.costs()));
            default -> {
                Format format = Format.valueOf(name.toUpperCase(Locale.ROOT));
                text(ctx, format.type(), format.file(), Programs.write(format, kept.recipe()));
            }
        }
    }

    private static BadInputException noFormat() {
        return new BadInputException(
                BadInputException.Kind.SHAPE,
                List.of(new Problem("?format", "Name a format: " + String.join(", ", names()) + " are allowed.")));
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Format format : Format.values()) {
            names.add(format.name().toLowerCase(Locale.ROOT));
        }
        names.add(JSON);
        names.add(CSV);
        return names;
    }

    private static byte[] json(Kept kept) {
        Recipe recipe = kept.recipe();
        return Json.bytes(RunJson.numbers(recipe.spec(), recipe.tweaks(), recipe.data(), kept.costs(), kept.network()));
    }

    private static void text(Context ctx, String type, String file, String text) {
        ctx.header("Content-Disposition", "attachment; filename=\"" + file + "\"");
        Responses.send(ctx, type + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }
}
