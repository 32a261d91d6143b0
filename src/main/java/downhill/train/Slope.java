package downhill.train;

import downhill.net.Batch;
import downhill.net.ExamplePass;
import downhill.net.PerParameter;
import downhill.train.BatchSpec.Reduce;

/**
 * The cost of a step's batch and its gradient.
 *
 * <p>A batch of more than {@link #CHUNK} examples is taken in chunks of so many, the last one smaller; the chunks' gradients
 * are added in order. The number is part of the engine's definition, since it decides the order of the sums.
 */
final class Slope {
    static final int CHUNK = 512;

    private final Plan plan;
    private final EpochOrder order;
    private final Batches batches;
    private final PerParameter part;

    Slope(Plan plan) {
        this.plan = plan;
        this.order = new EpochOrder(plan.spec().seed(), plan.data().size());
        this.batches = new Batches(plan.shape(), plan.isMasked());
        this.part = new PerParameter(plan.shape());
    }

    /** Fills in the step's batch, cost, penalty and gradient, from its number and parameters. */
    void compute(Step step, BatchSchedule schedule) {
        choose(step, schedule);
        int count = step.batch.length;
        boolean mean = schedule.spec().reduce() == Reduce.MEAN;
        double scale = mean ? 1.0 / count : 1;
        double sum = 0;
        for (int from = 0; from < count; from += CHUNK) {
            Batch batch = forward(step, step.network.parameters(), from);
            sum = added(sum, batch.costs());
            gradient(step, batch, scale, from == 0);
        }
        step.cost = mean ? sum / count : sum;
        regularize(step);
        plan.holes().clear(step.gradient.values());
    }

    /** The reduced cost that a step's batch would have at other parameters, the penalty not included. */
    double cost(Step step, BatchSchedule schedule, PerParameter parameters) {
        double sum = 0;
        for (int from = 0; from < step.batch.length; from += CHUNK) {
            sum = added(sum, forward(step, parameters, from).costs());
        }
        return schedule.spec().reduce() == Reduce.MEAN ? sum / step.batch.length : sum;
    }

    /** What one training example makes of a step's network; as in the step's batch if it is there. */
    ExamplePass pass(Step step, int example) {
        Batch batch = new Batch(plan.shape(), 1, plan.isMasked());
        batch.load(plan.data().inputs(), plan.data().targets(), new int[] {example}, 0);
        batch.keepAll();
        for (int place = step.batch.length - 1; plan.isMasked() && place >= 0; place--) {
            if (step.batch[place] == example) {
                Masks.draw(plan.spec(), step.number, place, batch);
            }
        }
        plan.passes().forward(step.network.parameters(), batch);
        plan.passes().deltas(step.network.parameters(), batch);
        return ExamplePass.of(batch, plan.shape().depth(), 0);
    }

    /** Each example's own gradient of one weight, and what the batch makes of them: chunk by chunk, as the kernels do. */
    Probe.Shares shares(Step step, BatchSchedule schedule, int l, int j, int k) {
        int count = step.batch.length;
        double scale = schedule.spec().reduce() == Reduce.MEAN ? 1.0 / count : 1;
        double[] own = new double[count];
        double reduced = 0;
        for (int from = 0; from < count; from += CHUNK) {
            Batch batch = forward(step, step.network.parameters(), from);
            plan.passes().deltas(step.network.parameters(), batch);
            double sum = 0;
            for (int e = 0; e < batch.count(); e++) {
                double delta = batch.deltas(l).get(j, e);
                double a = batch.activations(l).get(k, e);
                own[from + e] = delta * a;
                sum = Math.fma(delta, a, sum);
            }
            reduced += scale * sum;
        }
        return new Probe.Shares(step.batch.clone(), own, reduced);
    }

    private void choose(Step step, BatchSchedule schedule) {
        int count = schedule.count(step.number);
        if (step.batch.length != count) {
            step.batch = new int[count];
        }
        System.arraycopy(order.of(schedule, step.number), schedule.start(step.number), step.batch, 0, count);
        step.epoch = schedule.epoch(step.number);
    }

    /** The chunk of the step's batch that begins at this place, passed forward. */
    private Batch forward(Step step, PerParameter parameters, int from) {
        Batch batch = batches.of(Math.min(CHUNK, step.batch.length - from));
        batch.load(plan.data().inputs(), plan.data().targets(), step.batch, from);
        if (batch.isMasked()) {
            Masks.draw(plan.spec(), step.number, from, batch);
        }
        plan.passes().forward(parameters, batch);
        return batch;
    }

    private static double added(double sum, double[] costs) {
        double total = sum;
        for (double cost : costs) {
            total += cost;
        }
        return total;
    }

    private void gradient(Step step, Batch batch, double scale, boolean first) {
        PerParameter gradient = first ? step.gradient : part;
        plan.passes().backward(step.network.parameters(), batch, scale, gradient);
        if (!first) {
            double[] sum = step.gradient.values();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += part.values()[i];
            }
        }
    }

    private void regularize(Step step) {
        step.penalty = 0;
        if (plan.spec().regularization().isPresent()) {
            var regularization = plan.spec().regularization().get();
            int weights = plan.shape().weights();
            regularization.addSlope(step.parameters(), step.gradient.values(), weights);
            step.penalty = regularization.penalty(step.parameters(), weights);
        }
    }
}
