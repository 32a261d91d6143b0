package downhill.train.step;

import downhill.net.Batch;
import downhill.net.ExamplePass;
import downhill.net.Finished;
import downhill.net.NetworkEvaluation;
import downhill.net.Parameter;
import downhill.net.PerParameter;
import downhill.train.spec.BatchSpec.Reduce;
import downhill.train.spec.Regularization;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cost of a step's batch and its gradient.
 *
 * <p>A batch of more than {@link #CHUNK} examples is taken in chunks of that size, the last one smaller; the chunks' gradients
 * are added in order. The number is part of the engine's definition, since it decides the order of the sums.
 */
public final class Slope implements Finished {
    public static final int CHUNK = 512;

    private final Plan plan;
    private final EpochOrder order;
    private final Batches batches;
    private final Masks masks;
    private final PerParameter part;

    private Position here;
    private Outcome outcome;
    private Finished listener = Finished.UNHEARD;
    /** The newest outcome, if its last batch is still there unchanged. */
    private @Nullable Outcome held;

    private Optional<Regularization> regularization = Optional.empty();
    private boolean isFirst;
    private boolean isLast;

    Slope(Plan plan, Position here, Outcome outcome) {
        this.plan = plan;
        this.here = here;
        this.outcome = outcome;
        this.order = new EpochOrder(plan.spec().seed(), plan.data().size());
        this.batches = new Batches(plan.shape(), plan.isMasked());
        this.masks = new Masks(plan.spec());
        this.part = plan.data().size() > CHUNK ? new PerParameter(plan.shape()) : outcome.gradient;
    }

    /**
     * Fills in the outcome's batch, cost, penalty and gradient.
     *
     * @param finished receives the ranges of the gradient as they become complete
     */
    void compute(Position position, StepSettings settings, Outcome result, Finished finished) {
        BatchSchedule schedule = settings.schedule();
        regularization = settings.regularization();
        here = position;
        outcome = result;
        listener = finished;
        choose(schedule);
        int count = outcome.batch.length;
        boolean mean = schedule.spec().reduce() == Reduce.MEAN;
        double scale = mean ? 1.0 / count : 1;
        double sum = 0;
        for (int from = 0; from < count; from += CHUNK) {
            isFirst = from == 0;
            isLast = from + CHUNK >= count;
            Batch batch = forward(here.step, outcome.batch, from, here.network.parameters());
            sum = added(sum, batch.costs());
            PerParameter gradient = isFirst ? outcome.gradient : part;
            plan.passes().backward(here.network.parameters(), batch, scale, gradient, this);
        }
        outcome.cost = mean ? sum / count : sum;
        outcome.penalty = penalty(here.parameters());
        held = outcome;
    }

    /** The batch of an outcome, passed forward and backward, if it is still there and in one piece. */
    private Optional<Batch> batch(Outcome of) {
        return of == held && of.batch.length <= CHUNK ? Optional.of(batches.of(of.batch.length)) : Optional.empty();
    }

    /** The network's cost and accuracy on the whole training set, if that is the outcome's batch and nothing is dropped. */
    Optional<NetworkEvaluation> training(Outcome of, BatchSchedule schedule) {
        return schedule.spec().size() != 0
                        || plan.isMasked()
                        || schedule.examples() < plan.data().size()
                ? Optional.empty()
                : batch(of)
                        .map(batch -> NetworkEvaluation.of(
                                batch, plan.shape(), plan.data().task()));
    }

    /** Adds a chunk's share of the gradient to that of the chunks before; with the last one's the range is complete. */
    @Override
    public void range(int shard, int from, int to) {
        double[] gradient = outcome.gradient.values();
        if (!isFirst) {
            outcome.gradient.touch();
            for (int i = from; i < to; i++) {
                gradient[i] += part.values()[i];
            }
        }
        if (isLast) {
            if (regularization.isPresent()) {
                int end = Math.min(to, plan.shape().weights());
                outcome.gradient.touch();
                regularization.get().addSlope(here.parameters(), gradient, from, end);
            }
            plan.holes().clear(gradient, from, to);
            listener.range(shard, from, to);
        }
    }

    @Override
    public void zeros(int shard, int from, int to) {
        if (isFirst && isLast && regularization.isEmpty()) {
            listener.zeros(shard, from, to);
        } else {
            range(shard, from, to);
        }
    }

    private double penalty(double[] parameters) {
        return regularization.isPresent()
                ? regularization.get().penalty(parameters, plan.shape().weights())
                : 0;
    }

    /** The reduced cost that a step's batch would have at other parameters, the penalty not included. */
    double cost(int step, int[] examples, BatchSchedule schedule, PerParameter parameters) {
        double sum = 0;
        for (int from = 0; from < examples.length; from += CHUNK) {
            sum = added(sum, forward(step, examples, from, parameters).costs());
        }
        return schedule.spec().reduce() == Reduce.MEAN ? sum / examples.length : sum;
    }

    /** The own cost of each of a batch's examples. */
    double[] costs(Position position, int[] examples) {
        double[] costs = new double[examples.length];
        for (int from = 0; from < examples.length; from += CHUNK) {
            Batch batch = forward(position.step, examples, from, position.network.parameters());
            System.arraycopy(batch.costs(), 0, costs, from, batch.count());
        }
        return costs;
    }

    /** The pass of one training example through a position's network; with the masks that it has in the batch if it is there. */
    ExamplePass pass(Position position, Outcome of, int example) {
        int place = place(of, example);
        return (place < 0 ? Optional.<Batch>empty() : batch(of))
                .map(batch -> ExamplePass.of(batch, plan.shape().depth(), place))
                .orElseGet(() -> passAlone(position.step, position.network.parameters(), example, place));
    }

    /** The example's first place in the batch, if it matters; else -1. */
    private int place(Outcome of, int example) {
        int searched = plan.isMasked() || of.batch.length <= CHUNK ? of.batch.length : 0;
        for (int place = 0; place < searched; place++) {
            if (of.batch[place] == example) {
                return place;
            }
        }
        return -1;
    }

    /** The pass of one training example through the network with other parameters; with the masks that it has in the batch if it is there. */
    ExamplePass pass(int step, PerParameter parameters, Outcome of, int example) {
        return passAlone(step, parameters, example, place(of, example));
    }

    private ExamplePass passAlone(int step, PerParameter parameters, int example, int place) {
        Batch batch = new Batch(plan.shape(), 1, plan.isMasked());
        batch.load(plan.data().inputs(), plan.data().targets(), new int[] {example}, 0);
        batch.keepAll();
        if (plan.isMasked() && place >= 0) {
            masks.draw(step, place, batch);
        }
        plan.passes().forward(parameters, batch);
        plan.passes().deltas(parameters, batch);
        return ExamplePass.of(batch, plan.shape().depth(), 0);
    }

    /** Each example's own gradient of one weight or bias, and what the batch makes of them: chunk by chunk, as the kernels do. */
    Probe.Shares shares(Position position, int[] examples, BatchSchedule schedule, Parameter parameter) {
        int count = examples.length;
        double scale = schedule.spec().reduce() == Reduce.MEAN ? 1.0 / count : 1;
        double[] own = new double[count];
        double reduced = 0;
        for (int from = 0; from < count; from += CHUNK) {
            Batch batch = forward(position.step, examples, from, position.network.parameters());
            plan.passes().deltas(position.network.parameters(), batch);
            double sum = 0;
            for (int e = 0; e < batch.count(); e++) {
                double delta = batch.deltas(parameter.l()).get(parameter.j(), e);
                double a = factor(batch, parameter, e);
                own[from + e] = delta * a;
                sum = Math.fma(delta, a, sum);
            }
            reduced += scale * sum;
        }
        return new Probe.Shares(examples.clone(), own, reduced);
    }

    /** The factor of the delta in the gradient: a bias is the weight of an activation that is always 1. */
    private static double factor(Batch batch, Parameter parameter, int e) {
        return switch (parameter) {
            case Parameter.Weight at -> batch.activations(at.l()).get(at.k(), e);
            case Parameter.Bias at -> 1;
        };
    }

    private void choose(BatchSchedule schedule) {
        int count = schedule.count(here.step);
        if (outcome.batch.length != count) {
            outcome.batch = new int[count];
        }
        System.arraycopy(order.of(schedule, here.step), schedule.start(here.step), outcome.batch, 0, count);
        outcome.epoch = schedule.epoch(here.step);
    }

    /** The chunk of a step's examples that begins at this place, passed forward. */
    private Batch forward(int step, int[] examples, int from, PerParameter parameters) {
        held = null;
        Batch batch = batches.of(Math.min(CHUNK, examples.length - from));
        batch.load(plan.data().inputs(), plan.data().targets(), examples, from);
        if (batch.isMasked()) {
            masks.draw(step, from, batch);
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
}
