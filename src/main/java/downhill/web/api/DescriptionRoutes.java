package downhill.web.api;

import downhill.export.ProgramDescription;
import downhill.insight.Landscape;
import downhill.insight.Survey;
import downhill.insight.description.BranchDescription;
import downhill.insight.description.CostDescription;
import downhill.insight.description.Description;
import downhill.insight.description.DrawnInputDescription;
import downhill.insight.description.FilmDescription;
import downhill.insight.description.Focus;
import downhill.insight.description.StepDescriptions;
import downhill.insight.description.hill.SliceDescription;
import downhill.insight.description.substep.Substep;
import downhill.json.DescriptionJson;
import downhill.json.InstrumentRequests;
import downhill.json.form.BadInputException;
import downhill.json.form.BadInputException.Kind;
import downhill.live.LiveRun;
import downhill.live.Runs;
import downhill.live.lease.ElsewhereException;
import downhill.live.work.TaskProgress;
import downhill.live.work.Workers;
import downhill.train.history.ParameterPath;
import downhill.train.spec.Problem;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The routes that describe a run's figures in words. */
public final class DescriptionRoutes {
    private static final Pattern FILM = Pattern.compile("\\d{1,8}(\\.\\d{1,8}){0,11}");
    private static final int MOST_INPUTS = 12;
    private static final int MOST_BRANCHES = 24;
    private static final Pattern NEURON = Pattern.compile("(\\d{1,7})\\.(\\d{1,7})");

    private final Runs runs;

    public DescriptionRoutes(Runs runs) {
        this.runs = runs;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/api/runs/{id}/telling", this::step);
        routes.get("/api/runs/{id}/landscape/telling", this::landscape);
        routes.post("/api/runs/{id}/predictions/telling", this::drawn);
    }

    private void step(Context ctx) throws InterruptedException {
        LiveRun run = Requests.run(ctx, runs);
        Requests.allowQuery(
                ctx, Set.of("step", "example", "moment", "weight", "bias", "neuron", "branches", "film", "program"));
        int step = shown(ctx, run);
        OptionalInt example = Requests.whole(ctx, "example", 0, run.data().size() - 1);
        List<Integer> layers = run.read(h -> h.newest().network().layers());
        Focus focus = new Focus(substep(ctx, layers), ParameterQuery.read(ctx, run), neuron(ctx, layers));
        CostDescription costs = run.read(CostDescription::of);
        List<BranchDescription.Branch> branches = branches(ctx, run);
        List<FilmDescription.Still> film = film(ctx, run, focus);
        Optional<Description> program = ExportRoutes.format(ctx, "program")
                .map(format -> ProgramDescription.of(ExportRoutes.listing(run, format)));
        byte[] json = runs.study(run, step, at -> {
            List<Description> descriptions =
                    new ArrayList<>(StepDescriptions.of(at, example.orElseGet(() -> at.batch()[0]), focus));
            descriptions.add(costs.at(step, at.cost()));
            focus.neuron().flatMap(unit -> FilmDescription.of(at, unit, film)).ifPresent(descriptions::add);
            program.ifPresent(descriptions::add);
            if (branches.size() > 1) {
                descriptions.add(BranchDescription.of(branches));
            }
            return DescriptionJson.write(at.step(), descriptions);
        });
        Responses.json(ctx, json);
    }

    private void landscape(Context ctx) throws InterruptedException {
        LiveRun run = Requests.run(ctx, runs);
        Requests.allowQuery(ctx, LandscapeQuery.PARAMETERS);
        Survey.Request request = LandscapeQuery.read(ctx);
        int step = shown(ctx, run);
        byte[] json = runs.work(run, run.memory().survey(), () -> {
            ParameterPath path = run.read(h -> h.parameterPath(step));
            Survey survey = Survey.of(path, request, runs.surveyors(), TaskProgress.watch());
            Landscape slice = survey.whole();
            return DescriptionJson.write(step, List.of(SliceDescription.of(survey.run(), slice)));
        });
        Responses.json(ctx, json);
    }

    /** Describes the network's outputs for inputs of the caller's own. */
    private void drawn(Context ctx) throws InterruptedException {
        LiveRun run = Requests.run(ctx, runs);
        Requests.allowQuery(ctx, Set.of());
        var asked = InstrumentRequests.prediction(Requests.json(ctx));
        if (asked.inputs().size() > MOST_INPUTS) {
            throw new BadInputException(
                    Kind.VALUE,
                    List.of(new Problem("/inputs", "At most " + MOST_INPUTS + " inputs can be described.")));
        }
        int newest = run.read(h -> h.step());
        long step = asked.step().orElse((long) newest);
        if (step > newest) {
            throw new BadInputException(
                    Kind.VALUE,
                    List.of(new Problem(
                            "/step", "This run has no step " + step + " yet; 0 to " + newest + " are allowed.")));
        }
        byte[] json = runs.study(
                run,
                (int) step,
                at -> DescriptionJson.write(
                        at.step(), DrawnInputDescription.all(at, asked.inputs(), Workers::checkpoint)));
        Responses.json(ctx, json);
    }

    /** The pictures of the neuron that the query names, if it looks at the input, at the steps that it names. */
    private List<FilmDescription.Still> film(Context ctx, LiveRun run, Focus focus) throws InterruptedException {
        List<FilmDescription.Still> film = new ArrayList<>();
        Optional<Focus.Neuron> ofPicture = focus.neuron().filter(neuron -> neuron.layer() == 1);
        String text = ctx.queryParam("film");
        if (text != null && ofPicture.isPresent()) {
            Focus.Neuron unit = ofPicture.get();
            for (int step : steps(text, run.read(h -> h.step()))) {
                film.add(runs.study(run, step, at -> FilmDescription.Still.of(at, unit)));
            }
        }
        return film;
    }

    private static List<Integer> steps(String text, int newest) {
        List<Integer> steps = FILM.matcher(text).matches()
                ? Arrays.stream(text.split("\\.", -1)).map(Integer::valueOf).toList()
                : List.of();
        if (steps.isEmpty()
                || steps.getLast() > newest
                || !steps.equals(steps.stream().sorted().toList())) {
            throw bad(
                    "film",
                    "Up to 12 steps from 0 to " + newest + " are expected, the earliest first, as in \"0.5.20\".");
        }
        return steps;
    }

    /** The branches that the query names, in its order; it leaves out those that are gone, or on another server. */
    private List<BranchDescription.Branch> branches(Context ctx, LiveRun shown) {
        String ids = Optional.ofNullable(ctx.queryParam("branches")).orElse("");
        return Arrays.stream(ids.split("\\.", MOST_BRANCHES + 1))
                .limit(MOST_BRANCHES)
                .flatMap(name -> readHere(name).stream())
                .map(run ->
                        run.read(h -> BranchDescription.Branch.of(h, run.id().equals(shown.id()))))
                .toList();
    }

    /** The run of this name; nothing if another server has it. */
    private Optional<LiveRun> readHere(String name) {
        try {
            return runs.read(name);
        } catch (ElsewhereException e) {
            return Optional.empty();
        }
    }

    /** The step that the query names, or the newest one. */
    static int shown(Context ctx, LiveRun run) {
        int newest = run.read(h -> h.step());
        return Requests.whole(ctx, "step", 0, newest).orElse(newest);
    }

    private static Optional<Substep> substep(Context ctx, List<Integer> layers) {
        return Optional.ofNullable(ctx.queryParam("moment"))
                .map(
                        name -> Substep.named(name, layers)
                                .orElseThrow(
                                        () -> bad(
                                                "moment",
                                                "A moment of this network’s step is expected, one of "
                                                        + String.join(", ", Substep.words())
                                                        + ", with its layer of weights and perhaps its neuron, counted from 1: \"delta 2\", \"z 1 2\", \"cost\".")));
    }

    private static Optional<Focus.Neuron> neuron(Context ctx, List<Integer> layers) {
        return Optional.ofNullable(ctx.queryParam("neuron")).map(text -> {
            Matcher at = NEURON.matcher(text);
            if (!at.matches()) {
                throw bad(
                        "neuron",
                        "A neuron is expected, as in \"1.0\": layer and place; layer 1 is the first after the input.");
            }
            int layer = number(at, 1);
            int j = number(at, 2);
            if (layer < 1 || layer >= layers.size() || j >= layers.get(layer)) {
                throw bad(
                        "neuron",
                        "There is no neuron " + j + " in layer " + layer + "; layer 1 is the first after the input.");
            }
            return new Focus.Neuron(layer, j);
        });
    }

    private static int number(Matcher at, int group) {
        return Integer.parseInt(at.group(group));
    }

    private static BadInputException bad(String parameter, String detail) {
        return new BadInputException(Kind.VALUE, List.of(new Problem("?" + parameter, detail)));
    }
}
