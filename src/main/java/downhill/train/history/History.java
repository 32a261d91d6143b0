package downhill.train.history;

import downhill.data.Dataset;
import downhill.math.Kernels;
import downhill.math.Shards;
import downhill.train.spec.LoggedTweak;
import downhill.train.spec.RefusedException;
import downhill.train.spec.RunSpec;
import downhill.train.spec.Tweak;
import downhill.train.step.BatchSchedule;
import downhill.train.step.Plan;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * A run with its whole past: the newest step, the tweaks, the costs, and keyframes from which any step is rebuilt bit for
 * bit. However long the run gets, this takes a bounded amount of memory.
 *
 * <p>Not for use by two threads at once; a branch is independent of its parent.
 */
public final class History {
    /** The memory that a run's keyframes may take by default, in bytes. */
    public static final long BUDGET = 512L << 20;

    /** The number of first steps whose costs are all kept. */
    public static final int EVERY_COST = CostLog.EVERY;

    private static final int BYTES_A_CHANGE = 200;

    private final Newest newest;
    private final List<LoggedTweak> tweaks;
    private final CostLog costs;
    private final Keyframes keyframes;
    private long changes;

    History(Run newest, List<LoggedTweak> tweaks, CostLog costs, Keyframes keyframes) {
        this.newest = new Newest(newest);
        this.tweaks = tweaks;
        this.costs = costs;
        this.keyframes = keyframes;
        this.changes =
                tweaks.stream().mapToLong(entry -> entry.tweak().changes()).sum();
    }

    /**
     * A run at step 0.
     *
     * @throws RefusedException with every problem, if the specification cannot be carried out on this data
     */
    public History(RunSpec spec, Dataset data) {
        this(spec, data, Kernels.best(), BUDGET);
    }

    /**
     * A run at step 0.
     *
     * @param budget the memory that keyframes may take, in bytes
     * @throws RefusedException with every problem, if the specification cannot be carried out on this data
     */
    public History(RunSpec spec, Dataset data, Kernels kernels, long budget) {
        this(spec, data, kernels, Shards.NONE, budget);
    }

    /** {@link #History(RunSpec, Dataset, Kernels, long)}, with the work of each step cut into shards. */
    public History(RunSpec spec, Dataset data, Kernels kernels, Shards shards, long budget) {
        this(
                Run.start(spec, data, kernels, shards),
                new ArrayList<>(),
                new CostLog(),
                Keyframes.within(budget, spec, data));
        keyframes.add(newest.keyframe());
        costs.add(newest().cost());
    }

    /**
     * A run rebuilt: the same as the one that had these tweaks, at this step.
     *
     * @param progress receives each step reached; it may throw to give up
     */
    public static History rebuild(
            RunSpec spec,
            Dataset data,
            Kernels kernels,
            long budget,
            List<LoggedTweak> tweaks,
            int step,
            IntConsumer progress) {
        var history = new History(spec, data, kernels, budget);
        history.advance(step, tweaks, progress);
        return history;
    }

    /**
     * This history's run, gone on from a checkpoint instead of from its start: the same as if it had been trained to there with these
     * tweaks. The steps before the checkpoint are computed when somebody asks for them.
     *
     * @param tweaks all that were made up to the checkpoint, in order
     */
    public History resume(Checkpoint checkpoint, List<LoggedTweak> tweaks) {
        keyframes.add(checkpoint.keyframe(newest.plan(), tweaks));
        Run run = StepRebuild.from(keyframes.before(checkpoint.step()), newest.plan(), tweaks, checkpoint.step())
                .begin();
        return new History(run, new ArrayList<>(tweaks), checkpoint.costs(), keyframes);
    }

    /** A checkpoint of the newest step, in bytes; {@link Checkpoint#read} reads it. */
    public byte[] checkpoint() {
        return Checkpoint.write(newest.keyframe(), costs);
    }

    /** The work of a number of steps, in multiply-adds. */
    public double work(long steps) {
        Plan plan = newest.plan();
        int batch = BatchSchedule.from0(plan.spec().batch(), plan.data().size()).size();
        return steps * StepWork.ofOne(plan.shape().parameters(), batch);
    }

    /** The run at its newest step, itself: it changes when the history goes on, and only the history changes it. */
    public Run newest() {
        return newest.run();
    }

    /** The newest step's number. */
    public int step() {
        return costs.size() - 1;
    }

    /** Adds the newest step's updates; see {@link Run#advance}. */
    public void advance() {
        Run run = newest.run();
        run.advance();
        if (run.step() > step()) {
            costs.add(run.cost());
            if (keyframes.wants(run.step())) {
                keyframes.add(run.keyframe());
            }
        }
    }

    /**
     * Advances to a step, or to the last one before a divergence, and makes each of these tweaks at its step.
     *
     * @param tweaks in the order of their steps, none of them before the newest step
     * @param progress receives each step reached; it may throw to give up
     */
    public void advance(int step, List<LoggedTweak> tweaks, IntConsumer progress) {
        int next = 0;
        while (true) {
            while (next < tweaks.size() && tweaks.get(next).step() == step()) {
                tweak(tweaks.get(next++).tweak());
            }
            if (step() >= step || newest().divergence().isPresent()) {
                return;
            }
            advance();
            progress.accept(step());
        }
    }

    /** Changes the run from its newest step on, whose number is answered; see {@link Run#tweak}. */
    public int tweak(Tweak tweak) {
        Run run = newest.run();
        run.tweak(tweak);
        tweaks.add(new LoggedTweak(run.step(), tweak));
        changes += tweak.changes();
        costs.setLast(run.cost());
        return run.step();
    }

    /** Gives most of the newest step's memory back until the step is needed again, which takes the time of one step. */
    public void rest() {
        newest.rest();
    }

    /** Keeps only as many keyframes as fit into a number of bytes, a few in any case; going back then takes longer. */
    public void trim(long budget) {
        keyframes.trim(budget);
    }

    /** Lets an eighth of the keyframes go, for good, while there are more than a few. */
    public void shrink() {
        keyframes.trim(keyframes.bytes() - keyframes.bytes() / 8);
    }

    /** About the memory that this history takes, in bytes; what branches share is counted in each. */
    public long bytes() {
        return newest.bytes() + keyframes.bytes() + costs.bytes() + BYTES_A_CHANGE * changes;
    }

    /** The tweaks so far, in order. */
    public List<LoggedTweak> tweaks() {
        return List.copyOf(tweaks);
    }

    /** The changes that all tweaks make together. */
    public long changes() {
        return changes;
    }

    /**
     * The cost of the newest step, or of one of the first {@link #EVERY_COST}.
     *
     * @throws IndexOutOfBoundsException for any other step; {@link #at} computes its cost again
     */
    public double cost(int step) {
        return costs.get(step);
    }

    /**
     * The costs that are kept of the steps between two, both included: of the first {@link #EVERY_COST} steps each one's, of later
     * ones the newest, and the lowest and the highest of each of some thousands of equal stretches.
     */
    public CostSeries costs(int from, int to) {
        return costs.between(from, to);
    }

    /** {@link #at(int, IntConsumer)} without progress. */
    public Run at(int step) {
        return at(step, reached -> {});
    }

    /**
     * The run as it was at a step, bit for bit, independent of this one. It may be advanced: it then walks through the past,
     * each tweak at its step.
     *
     * @param progress receives each step reached; it may throw to give up
     * @throws IndexOutOfBoundsException if there is no such step yet
     */
    public Run at(int step, IntConsumer progress) {
        return rebuild(step).run(progress);
    }

    /**
     * The rebuild of a step, which does not hold up this history.
     *
     * @throws IndexOutOfBoundsException if there is no such step yet
     */
    public StepRebuild rebuild(int step) {
        java.util.Objects.checkIndex(step, costs.size());
        return step == step()
                ? new StepRebuild(newest.plan(), newest.keyframe(), List.of(), step)
                : StepRebuild.from(keyframes.before(step), newest.plan(), tweaks, step);
    }

    /**
     * The path of the parameters from the start to a step, read without holding up this history.
     *
     * @throws IndexOutOfBoundsException if there is no such step yet
     */
    public ParameterPath parameterPath(int step) {
        return new ParameterPath(rebuild(0), rebuild(step), keyframes.parameters(step));
    }

    /**
     * A history of its own that shares the steps before this one, keeps what the update rule remembers there, drops this
     * one's tweaks from that step on, and begins with a tweak, if there is one.
     *
     * @throws RefusedException if the tweak does not fit
     */
    public History branch(int step, Optional<Tweak> tweak) {
        return branch(step, tweak, reached -> {});
    }

    /** {@link #branch(int, Optional)}, reporting each step reached; progress may throw to give up. */
    public History branch(int step, Optional<Tweak> tweak, IntConsumer progress) {
        return fork(step).grow(tweak, progress);
    }

    /**
     * The branch at a step, to be grown without holding up this history.
     *
     * @throws IndexOutOfBoundsException if there is no such step yet
     */
    public Fork fork(int step) {
        java.util.Objects.checkIndex(step, costs.size());
        int restart = costs.restart(step);
        List<LoggedTweak> kept = new ArrayList<>(
                tweaks.stream().filter(entry -> entry.step() < step).toList());
        StepRebuild rebuild = StepRebuild.from(keyframes.before(restart), newest.plan(), kept, step);
        return new Fork(rebuild, kept, costs.first(restart), keyframes.first(step));
    }
}
