package downhill.web.api;

import downhill.data.builtin.FamilyTree;
import downhill.insight.description.family.FamilyDescription;
import downhill.insight.family.FamilyAnswer.Question;
import downhill.insight.family.PersonUnit;
import downhill.json.DescriptionJson;
import downhill.json.family.FamilyJson;
import downhill.json.form.BadInputException;
import downhill.json.form.BadInputException.Kind;
import downhill.live.LiveRun;
import downhill.live.Runs;
import downhill.train.spec.Problem;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The routes of a run that learns the family trees: the trees, its person units, and its answers. */
public final class FamilyRoutes {
    private final Runs runs;

    public FamilyRoutes(Runs runs) {
        this.runs = runs;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/api/runs/{id}/family", this::trees);
        routes.get("/api/runs/{id}/family/answer", this::answer);
        routes.get("/api/runs/{id}/family/telling", this::describe);
    }

    private void trees(Context ctx) throws InterruptedException {
        LiveRun run = run(ctx);
        Requests.allowQuery(ctx, Set.of("step"));
        Responses.json(ctx, runs.study(run, DescriptionRoutes.shown(ctx, run), FamilyJson::write));
    }

    private void answer(Context ctx) throws InterruptedException {
        LiveRun run = run(ctx);
        Requests.allowQuery(ctx, Set.of("step", "person", "relation"));
        int step = DescriptionRoutes.shown(ctx, run);
        Question question = question(ctx).orElseThrow(() -> bad("person", "A person is missing, and a relation."));
        Responses.json(ctx, runs.study(run, step, at -> FamilyJson.answer(at, question)));
    }

    private void describe(Context ctx) throws InterruptedException {
        LiveRun run = run(ctx);
        Requests.allowQuery(ctx, Set.of("step", "person", "relation"));
        int step = DescriptionRoutes.shown(ctx, run);
        Optional<Question> question = question(ctx);
        Responses.json(
                ctx, runs.study(run, step, at -> DescriptionJson.write(step, FamilyDescription.all(at, question))));
    }

    /** The run of the address, which trains on the family trees. */
    private LiveRun run(Context ctx) {
        LiveRun run = Requests.run(ctx, runs);
        if (!run.read(history -> PersonUnit.isIn(history.newest()))) {
            throw new NotFoundResponse("This run does not train on the family trees.");
        }
        return run;
    }

    /** The person and the relation that the query names, both or neither. */
    private static Optional<Question> question(Context ctx) {
        if (ctx.queryParam("person") == null && ctx.queryParam("relation") == null) {
            return Optional.empty();
        }
        return Optional.of(new Question(
                place(ctx, "person", FamilyTree.people()), place(ctx, "relation", FamilyTree.relations())));
    }

    private static int place(Context ctx, String parameter, List<String> names) {
        int place = names.indexOf(Optional.ofNullable(ctx.queryParam(parameter)).orElse(""));
        if (place < 0) {
            throw bad(parameter, "One of these is expected: " + String.join(", ", names) + ".");
        }
        return place;
    }

    private static BadInputException bad(String parameter, String detail) {
        return new BadInputException(Kind.VALUE, List.of(new Problem("?" + parameter, detail)));
    }
}
