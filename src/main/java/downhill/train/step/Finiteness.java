package downhill.train.step;

import downhill.data.Dataset;
import downhill.descent.rule.OptimizerMemory;
import downhill.net.Batch;
import downhill.net.ExamplePass;
import downhill.net.PerParameter;
import java.util.Optional;

/**
 * The search for the first number of a step that is not finite, in the order in which the step computes them. Any example may be
 * shown at a step, so all of them have to stay finite, not only the batch's.
 */
public final class Finiteness {
    private final Plan plan;
    private final Slope slope;
    private final Position here;
    private final Outcome outcome;

    Finiteness(Plan plan, Slope slope, Position here, Outcome outcome) {
        this.plan = plan;
        this.slope = slope;
        this.here = here;
        this.outcome = outcome;
    }

    /** Finds the first quantity of the step that is not finite. */
    Optional<Divergence> find(OptimizerMemory after) {
        return search(here.network.parameters(), "weights", "biases")
                .or(this::searchExamples)
                .or(() -> search(outcome.gradient, "weightGradients", "biasGradients"))
                .or(() -> Double.isFinite(outcome.cost)
                        ? Optional.empty()
                        : found(plan.shape().depth() - 1, "cost"))
                .or(() -> Double.isFinite(outcome.penalty) ? Optional.empty() : found(0, "penalty"))
                .or(() -> search(outcome.update(), "weightUpdates", "biasUpdates"))
                .or(() -> searchMemory(after));
    }

    private Optional<Divergence> found(int layer, String quantity) {
        return Optional.of(new Divergence(here.step - 1, layer, quantity));
    }

    private Optional<Divergence> search(PerParameter numbers, String ofWeights, String ofBiases) {
        int i = firstNotFinite(numbers.values());
        if (i < 0) {
            return Optional.empty();
        }
        return found(plan.shape().layerOf(i), i < plan.shape().weights() ? ofWeights : ofBiases);
    }

    private Optional<Divergence> searchMemory(OptimizerMemory after) {
        for (double[] moment : after.moments()) {
            Optional<Divergence> found = search(new PerParameter(plan.shape(), moment), "weightUpdates", "biasUpdates");
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Divergence> searchExamples() {
        Dataset data = plan.data();
        for (int example = 0; example < data.size(); example++) {
            Optional<Divergence> found = search(slope.pass(here, outcome, example));
            if (found.isPresent()) {
                return found;
            }
        }
        Batch batch = new Batch(plan.shape(), 1, false);
        for (int example = 0; example < data.testSize(); example++) {
            batch.load(data.testInputs(), data.testTargets(), new int[] {example}, 0);
            plan.passes().forward(here.network.parameters(), batch);
            Optional<Divergence> found =
                    search(ExamplePass.of(batch, plan.shape().depth(), 0));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Divergence> search(ExamplePass pass) {
        int depth = plan.shape().depth();
        for (int l = 0; l < depth; l++) {
            if (firstNotFinite(pass.preActivations()[l]) >= 0) {
                return found(l, "preActivations");
            }
            if (firstNotFinite(pass.activations()[l + 1]) >= 0) {
                return found(l, "activations");
            }
        }
        if (!Double.isFinite(pass.cost())) {
            return found(depth - 1, "cost");
        }
        for (int l = depth - 1; l >= 0; l--) {
            if (firstNotFinite(pass.deltas()[l]) >= 0) {
                return found(l, "deltas");
            }
        }
        return Optional.empty();
    }

    private static int firstNotFinite(double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                return i;
            }
        }
        return -1;
    }
}
