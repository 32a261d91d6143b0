package downhill.web.api;

import downhill.insight.description.Description;
import downhill.insight.description.PerceptronDescription;
import downhill.json.DescriptionJson;
import downhill.json.trial.PerceptronJson;
import downhill.train.perceptron.Corners;
import downhill.train.perceptron.NeuronTraining;
import downhill.train.perceptron.PerceptronTraining;
import downhill.web.http.Requests;
import downhill.web.http.Responses;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The routes of the perceptron-convergence procedure on the four corners of the unit square. */
public final class PerceptronRoutes {
    private static final double HIGHEST_RATE = 1000;

    /** The least visits where gradient descent trains beside the procedure, which needs more time. */
    private static final int VISITS_BESIDE = 80;

    public void addTo(RoutesConfig routes) {
        routes.get("/api/perceptrons/{targets}", PerceptronRoutes::train);
        routes.get("/api/perceptrons/{targets}/telling", PerceptronRoutes::tell);
        routes.post("/api/perceptrons/telling", PerceptronRoutes::tellLine);
    }

    private static void train(Context ctx) {
        PerceptronTraining training = training(ctx);
        Requests.allowQuery(ctx, Set.of("beside"));
        Responses.json(ctx, PerceptronJson.write(training, beside(ctx, training)));
    }

    private static void tell(Context ctx) {
        PerceptronTraining training = training(ctx);
        Requests.allowQuery(ctx, Set.of("beside", "step"));
        int last = training.visits().size();
        int step = Requests.whole(ctx, "step", 0, last).orElse(last);
        Description description = PerceptronDescription.of(training, beside(ctx, training), step);
        Responses.json(ctx, DescriptionJson.write(step, List.of(description)));
    }

    /** A line placed by hand in words. */
    private static void tellLine(Context ctx) {
        Requests.allowQuery(ctx, Set.of());
        PerceptronJson.Shown shown = PerceptronJson.read(Requests.json(ctx));
        PerceptronTraining training = PerceptronTraining.of(shown.corners());
        int step = Math.min(shown.step(), training.visits().size());
        Description description = shown.line()
                .map(line -> PerceptronDescription.of(shown.corners(), line))
                .orElseGet(() -> PerceptronDescription.of(training, Optional.empty(), step));
        Responses.json(ctx, DescriptionJson.write(step, List.of(description)));
    }

    private static Optional<NeuronTraining> beside(Context ctx, PerceptronTraining training) {
        return Requests.number(ctx, "beside", Double.MIN_VALUE, HIGHEST_RATE)
                .map(rate -> NeuronTraining.of(
                        training.corners(), rate, training.visits().size()));
    }

    private static PerceptronTraining training(Context ctx) {
        Corners corners = Corners.of(ctx.pathParam("targets"))
                .orElseThrow(
                        () -> new NotFoundResponse("Name the targets of the corners (0, 0), (0, 1), (1, 0) and (1, 1)"
                                + " by four digits 0 or 1, for example 0110."));
        PerceptronTraining training = PerceptronTraining.of(corners);
        return ctx.queryParam("beside") == null ? training : training.extended(VISITS_BESIDE);
    }
}
