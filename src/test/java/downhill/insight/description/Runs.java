package downhill.insight.description;

import downhill.insight.Landscape;
import downhill.insight.Survey;
import downhill.insight.description.hill.SliceDescription;
import downhill.insight.description.substep.Substep;
import downhill.math.Shards;
import downhill.train.history.History;
import downhill.train.step.Run;
import java.util.List;
import java.util.Optional;

/** Runs to describe, from specifications as a request would send them. */
public final class Runs {
    /** The published worked example, reference/mazur.json. */
    public static final String MAZUR = """
            {"data": {"name": "inline", "inputs": [[0.05, 0.10]], "targets": [[0.01, 0.99]]},
             "network": {"layers": [2, 2, 2], "activations": ["sigmoid", "sigmoid"],
                         "weights": [[[0.15, 0.20], [0.25, 0.30]], [[0.40, 0.45], [0.50, 0.55]]],
                         "biases": [[0.35, 0.35], [0.60, 0.60]]},
             "optimizer": {"learningRate": 0.5}, "frozen": ["biases"]}""";

    /** Two of four examples in a batch, and both want a smaller output. */
    public static final String FEW = """
            {"seed": 5, "data": {"name": "inline", "inputs": [[1, 1], [0, 0], [1, 0], [0, 1]],
                                 "targets": [[0], [0], [1], [1]]},
             "network": {"layers": [2, 3, 1], "activations": ["tanh", "sigmoid"]},
             "optimizer": {"learningRate": 0.5}, "batch": {"size": 2}}""";

    private Runs() {}

    /** The description of a substep. */
    public static Description at(Run run, String substep) {
        Optional<Substep> found = Substep.named(substep, run.network().layers());
        return described(run, new Focus(found, Optional.empty(), Optional.empty()), "moment");
    }

    public static Description described(Run run, Focus focus, String of) {
        return StepDescriptions.of(run, run.batch()[0], focus).stream()
                .filter(description -> description.of().equals(of))
                .findFirst()
                .orElseThrow();
    }

    public static Description slice(History history, Survey.Request request) {
        Survey survey = Survey.of(history.parameterPath(history.step()), request, Shards.NONE, () -> {});
        Landscape slice = survey.whole();
        return SliceDescription.of(survey.run(), slice);
    }

    public static List<String> row(Description description, int table, int row) {
        return description.tables().get(table).rows().get(row);
    }
}
