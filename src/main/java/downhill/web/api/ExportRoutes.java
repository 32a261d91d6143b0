package downhill.web.api;

import downhill.data.DataSpec;
import downhill.export.CostTable;
import downhill.export.Format;
import downhill.export.Listing;
import downhill.export.Notebook;
import downhill.export.Part;
import downhill.export.Programs;
import downhill.export.Recipe;
import downhill.export.ShownCosts;
import downhill.export.WeightText;
import downhill.insight.CostCurve;
import downhill.insight.Thinning;
import downhill.json.RunJson;
import downhill.json.form.BadInputException;
import downhill.json.form.Json;
import downhill.json.page.NotebookJson;
import downhill.json.page.ProgramJson;
import downhill.live.LiveRun;
import downhill.live.RunId;
import downhill.live.Runs;
import downhill.net.Network;
import downhill.train.history.CostSeries;
import downhill.train.history.History;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import downhill.web.http.ServerSettings;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The route that writes a run down: as a program in some language, or as its numbers. */
public final class ExportRoutes {
    private static final String JSON = "json";
    private static final String CSV = "csv";
    private static final String PYTHON = Format.NUMPY.type();
    private static final String NOTEBOOK = "notebook";
    private static final String WEIGHTS_JSON = "weights-json";
    private static final String WEIGHTS_NUMPY = "weights-numpy";
    private static final String WEIGHTS_PYTORCH = "weights-pytorch";

    /** The number of rows with costs over the whole sets: two for each of three costs and the ends at least. */
    private static final int LEAST_EVALUATED = 8;

    private static final int MOST_EVALUATED = 10_000;

    private final Runs runs;

    private final ServerSettings settings;

    public ExportRoutes(Runs runs, ServerSettings settings) {
        this.runs = runs;
        this.settings = settings;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/api/runs/{id}/export", this::export);
        routes.get("/api/runs/{id}/program", this::program);
    }

    /** A run at the time of the request, so that nothing is written while it waits. */
    private record Kept(Recipe recipe, CostSeries costs, Network network) {
        /** The same with about this many costs, without losing their extremes; all of them if no number is given. */
        Kept thinned(OptionalInt points) {
            return points.isPresent() && costs.size() > points.getAsInt()
                    ? new Kept(recipe, Thinning.of(costs, points.getAsInt()), network)
                    : this;
        }

        static Kept of(History history) {
            Network network = history.newest().network();
            return new Kept(
                    recipeOf(history),
                    history.costs(0, history.step()),
                    network.with(network.parameters().values()));
        }
    }

    private static Recipe recipeOf(History history) {
        var run = history.newest();
        return new Recipe(run.spec(), run.data(), history.tweaks(), history.step());
    }

    private void export(Context ctx) throws InterruptedException {
        LiveRun run = Requests.run(ctx, runs);
        Requests.allowQuery(ctx, Set.of("format", "points", "evaluate"));
        String name = Requests.choice(ctx, "format", names()).orElseThrow(() -> noFormat(names()));
        OptionalInt points = Requests.whole(ctx, "points", 2, Integer.MAX_VALUE);
        boolean evaluate =
                Requests.choice(ctx, "evaluate", List.of("true", "false")).equals(Optional.of("true"));
        if (evaluate && !name.equals(CSV)) {
            throw new BadInputException(
                    BadInputException.Kind.SHAPE,
                    List.of(new Problem("?evaluate", "Only the table can be evaluated: ask for format=csv.")));
        }
        if (name.equals(NOTEBOOK)) {
            notebook(ctx, run);
            return;
        }
        List<CostCurve.Point> curve = evaluate ? evaluated(run, points.orElse(MOST_EVALUATED)) : List.of();
        try (var _ = run.memory().write(run.read(h -> h.costs(0, h.step())).size(), true)) {
            Kept kept = run.read(Kept::of).thinned(points);
            if (evaluate) {
                requireOneSet(kept.recipe());
                text(ctx, "text/csv", "costs.csv", CostTable.write(kept.recipe(), kept.costs(), curve));
            } else {
                export(ctx, name, kept);
            }
        }
    }

    /** A notebook that reads the run from this server by the name that only reads. */
    private void notebook(Context ctx, LiveRun run) {
        String site = settings.site(ctx).orElse("http://localhost:7070" + settings.base());
        var file = new NotebookJson();
        Notebook.cells(site, RunId.view(run)).forEach(cell -> file.add(cell.isCode(), cell.lines()));
        disposition(ctx, "downhill.ipynb");
        Responses.send(ctx, "application/x-ipynb+json", file.bytes());
    }

    /** The costs over the whole sets at as many steps as a second's work allows; none of a large network. */
    private List<CostCurve.Point> evaluated(LiveRun run, int points) throws InterruptedException {
        int most = Math.clamp(points, LEAST_EVALUATED, MOST_EVALUATED);
        int newest = run.read(History::step);
        return CostRoutes.evaluated(runs, run, 0, newest, most)
                .map(CostCurve::points)
                .orElse(List.of());
    }

    private static void export(Context ctx, String name, Kept kept) {
        if (name.equals(CSV) || languages().contains(name)) {
            requireOneSet(kept.recipe());
        }
        switch (name) {
            case JSON -> Responses.json(ctx, json(kept));
            case CSV -> text(ctx, "text/csv", "costs.csv", CostTable.write(kept.recipe(), kept.costs()));
            case WEIGHTS_JSON -> {
                disposition(ctx, "weights.json");
                Responses.json(
                        ctx,
                        Json.bytes(RunJson.weights(kept.network(), kept.recipe().steps())));
            }
            case WEIGHTS_NUMPY ->
                text(
                        ctx,
                        PYTHON,
                        "weights.py",
                        WeightText.numPy(kept.network(), kept.recipe().steps()));
            case WEIGHTS_PYTORCH ->
                text(
                        ctx,
                        PYTHON,
                        "weights.py",
                        WeightText.pyTorch(kept.network(), kept.recipe().steps()));
            default -> {
                Format format = Format.valueOf(name.toUpperCase(Locale.ROOT));
                text(ctx, format.type(), format.file(), Programs.write(format, kept.recipe()));
            }
        }
    }

    /** A program to be read on a page: its lines with their parts, and the first and newest costs that it prints. */
    private void program(Context ctx) {
        LiveRun run = Requests.run(ctx, runs);
        Requests.allowQuery(ctx, Set.of("format"));
        Format format = format(ctx, "format").orElseThrow(() -> noFormat(languages()));
        Listing listing = listing(run, format);
        String address = ctx.contextPath() + "/api/runs/" + RunId.view(run) + "/export?format=" + format.key();
        Responses.json(
                ctx,
                ProgramJson.write(
                        format.key(),
                        format.file(),
                        address,
                        listing.count(),
                        lines(listing),
                        listing.costs(),
                        listing.newest()));
    }

    /** A run at the time of the request, with the few costs that a listing shows. */
    private record ToList(Recipe recipe, ShownCosts costs) {}

    /** The run's program in a language. */
    static Listing listing(LiveRun run, Format format) {
        try (var _ = run.memory().write(ShownCosts.MOST, true)) {
            ToList kept = run.read(history -> new ToList(recipeOf(history), ShownCosts.of(history)));
            requireOneSet(kept.recipe());
            return Listing.of(format, kept.recipe(), kept.costs());
        }
    }

    /** Refuses runs whose training set grows on the way: programs and tables of epochs count on one set from step 0 on. */
    private static void requireOneSet(Recipe recipe) {
        if (recipe.spec().data() instanceof DataSpec.Drawn) {
            throw new RefusedException(
                    List.of(
                            new Problem(
                                    "?format",
                                    "This run has drawings of your own, which joined on the way. It can be written as json or as weights only.")));
        }
    }

    /** The language that a parameter of the query names. */
    static Optional<Format> format(Context ctx, String parameter) {
        return Requests.choice(ctx, parameter, languages()).map(name -> Format.valueOf(name.toUpperCase(Locale.ROOT)));
    }

    private static List<ProgramJson.Line> lines(Listing listing) {
        return listing.lines().stream()
                .map(line -> new ProgramJson.Line(
                        line.text(),
                        line.part().map(Part::key),
                        line.part().flatMap(part -> part.moment(listing.depth())),
                        line.folded()))
                .toList();
    }

    private static BadInputException noFormat(List<String> names) {
        return new BadInputException(
                BadInputException.Kind.SHAPE,
                List.of(new Problem("?format", "Name a format: " + String.join(", ", names) + " are allowed.")));
    }

    private static List<String> languages() {
        return Arrays.stream(Format.values()).map(Format::key).toList();
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(languages());
        names.add(JSON);
        names.add(CSV);
        names.add(NOTEBOOK);
        names.addAll(List.of(WEIGHTS_JSON, WEIGHTS_NUMPY, WEIGHTS_PYTORCH));
        return names;
    }

    private static byte[] json(Kept kept) {
        Recipe recipe = kept.recipe();
        return Json.bytes(RunJson.numbers(recipe.spec(), recipe.tweaks(), recipe.data(), kept.costs(), kept.network()));
    }

    private static void disposition(Context ctx, String file) {
        ctx.header("Content-Disposition", "attachment; filename=\"" + file + "\"");
    }

    private static void text(Context ctx, String type, String file, String text) {
        disposition(ctx, file);
        Responses.send(ctx, type + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }
}
