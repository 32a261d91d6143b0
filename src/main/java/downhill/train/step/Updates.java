package downhill.train.step;

import downhill.descent.Optimizer;
import downhill.math.Shards;
import downhill.net.Finished;
import downhill.net.Ranges;
import java.util.Arrays;

/**
 * Turns a step's gradient into its update, range by range as the gradient becomes complete, and adds it to the parameters: so
 * the next position is ready when the gradient is.
 */
public final class Updates implements Finished {
    private final Plan plan;
    private final double[] largest = new double[Shards.COUNT];

    private StepSettings settings;
    private Position here;
    private Position next;
    private Outcome outcome;

    Updates(Plan plan, StepSettings settings, Position here, Position next, Outcome outcome) {
        this.plan = plan;
        this.settings = settings;
        this.here = here;
        this.next = next;
        this.outcome = outcome;
    }

    /** Begins another step. */
    void begin(StepSettings newSettings, Position from, Position to, Outcome into) {
        settings = newSettings;
        here = from;
        next = to;
        outcome = into;
        if (settings.remembersUpdate()) {
            outcome.write(next.remembered);
        } else {
            outcome.writeOwn();
        }
        Arrays.fill(largest, 0);
    }

    @Override
    public void range(int part, int from, int to) {
        Ranges active = settings.active();
        for (int i = active.firstAfter(from); i < active.count() && active.from(i) < to; i++) {
            update(Math.max(from, active.from(i)), Math.min(to, active.to(i)));
        }
        Ranges fixed = settings.fixed();
        fixed.clear(outcome.update().values(), from, to);
        for (int m = 0; m < here.memory.moments().length; m++) {
            fixed.copy(here.memory.moments()[m], next.memory.moments()[m], from, to);
        }
        double largestHere =
                plan.kernels().add(here.parameters(), outcome.update().values(), next.parameters(), from, to);
        largest[part] = Math.max(largest[part], largestHere);
    }

    private void update(int from, int to) {
        Optimizer optimizer = settings.optimizer();
        double[] g = outcome.gradient.values();
        double[] u = outcome.update().values();
        optimizer.rule().update(optimizer.learningRate(), here.step, g, here.memory, next.memory, u, from, to);
        optimizer.decay(here.parameters(), u, from, Math.min(to, plan.shape().weights()));
    }

    /** Completes the next position, after all ranges; the largest update in absolute value. */
    double end() {
        double max = 0;
        for (double one : largest) {
            max = Math.max(max, one);
        }
        next.step = here.step + 1;
        next.bound = here.bound + max;
        return max;
    }
}
