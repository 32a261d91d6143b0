package downhill.train.step;

import downhill.descent.rule.OptimizerMemory;
import downhill.descent.rule.UpdateRule;
import downhill.net.Batch;
import downhill.net.Finished;
import downhill.net.PerParameter;
import java.util.Arrays;

/**
 * The three parts of a training step, one after the other, on a copy of a run's parameters: forward, backward, update. They repeat on the step's own
 * batch, or on its first {@value Slope#CHUNK} examples, without dropout and regularization. The run stays as it is.
 */
public final class StepPhases {
    private final Plan plan;
    private final StepSettings settings;
    private final int step;
    private final Batch batch;
    private final int[] examples;
    private final PerParameter parameters;
    private final PerParameter gradient;
    private final OptimizerMemory memory;
    private final double[] update;

    StepPhases(Plan plan, StepSettings settings, Position here, int[] examples) {
        this.plan = plan;
        this.settings = settings;
        this.step = here.step;
        this.examples = Arrays.copyOf(examples, Math.min(examples.length, Slope.CHUNK));
        this.batch = new Batch(plan.shape(), this.examples.length, false);
        this.parameters = new PerParameter(plan.shape(), here.parameters().clone());
        this.gradient = new PerParameter(plan.shape());
        UpdateRule rule = settings.optimizer().rule();
        boolean isPlain = settings.isPlainDescent();
        this.memory = OptimizerMemory.empty(rule, isPlain ? 0 : plan.shape().parameters());
        this.update = new double[isPlain ? 0 : plan.shape().parameters()];
    }

    /** The copied parameters, which each update changes. */
    double[] parameters() {
        return parameters.values();
    }

    /** The number of examples that go through the network. */
    public int examples() {
        return examples.length;
    }

    /** Forward: from the inputs to the cost. */
    public void forward() {
        batch.load(plan.data().inputs(), plan.data().targets(), examples, 0);
        plan.passes().forward(parameters, batch);
    }

    /** Backward, after forward: the gradient of every weight and bias. */
    public void backward() {
        plan.passes().backward(parameters, batch, 1.0 / examples.length, gradient, Finished.UNHEARD);
    }

    /** The update, after backward: a step downhill for every weight and bias. */
    public void update() {
        int count = plan.shape().parameters();
        if (settings.isPlainDescent()) {
            double rate = settings.optimizer().learningRate();
            for (int i = 0, end; i < count; i = end) {
                end = gradient.endOfRun(i, count);
                if (!gradient.isZero(i)) {
                    plan.kernels().descend(parameters.values(), gradient.values(), rate, i, end);
                }
            }
        } else {
            double[] w = parameters.values();
            settings.optimizer()
                    .rule()
                    .update(
                            settings.optimizer().learningRate(),
                            step,
                            gradient.values(),
                            memory,
                            memory,
                            update,
                            0,
                            count);
            settings.optimizer().decay(w, update, 0, plan.shape().weights());
            plan.kernels().add(w, update, w, 0, count);
        }
    }

    /** The number of weights whose gradient is not 0: the update changes no others. */
    public int changing() {
        double[] g = gradient.values();
        int changing = 0;
        for (int i = 0; i < plan.shape().weights(); i++) {
            changing += g[i] == 0 ? 0 : 1;
        }
        return changing;
    }
}
