package downhill.train.step;

import downhill.train.spec.BatchSpec;
import downhill.train.spec.Tweak;

/**
 * The slice of the training set that each step uses.
 *
 * <p>An epoch's order is cut into slices, the last one short; a step takes one slice. When the size of the batch or the
 * shuffling is changed at some step, a new epoch begins there: the one that was under way is not finished. So epochs count
 * how often a pass through the training set was begun, and without a change epoch = floor(step / slices).
 *
 * @param examples the size of the training set
 * @param fromStep where this way of cutting began, the first slice of an epoch
 * @param fromEpoch the epoch that began there
 */
public record BatchSchedule(BatchSpec spec, int examples, int fromStep, int fromEpoch) {
    /** The schedule of a whole run that is never tweaked. */
    public static BatchSchedule from0(BatchSpec spec, int examples) {
        return new BatchSchedule(spec, examples, 0, 0);
    }

    /** The size of all slices but the last. */
    public int size() {
        return spec.size() == 0 ? examples : Math.min(spec.size(), examples);
    }

    /** The number of steps of an epoch. */
    public int slices() {
        return (examples + size() - 1) / size();
    }

    /** The number of epochs that began before the step's own. */
    public int epoch(int step) {
        return fromEpoch + (step - fromStep) / slices();
    }

    /** The place, in its epoch's order, of the step's first example. */
    public int start(int step) {
        return (step - fromStep) % slices() * size();
    }

    /** The number of examples of the step's slice. */
    public int count(int step) {
        return Math.min(size(), examples - start(step));
    }

    /** Tests whether each epoch has an order of its own; the whole training set as one batch never does. */
    public boolean isShuffled() {
        return spec.shuffle() && spec.size() != 0;
    }

    /** This schedule for a training set of another size from a step on, where a new epoch begins. */
    BatchSchedule withExamples(int count, int step) {
        return new BatchSchedule(spec, count, step, start(step) == 0 ? epoch(step) : epoch(step) + 1);
    }

    /** This schedule with the tweak's changes from a step on. */
    public BatchSchedule with(Tweak.Batch change, int step) {
        var changed = new BatchSpec(
                change.size().orElse(spec.size()),
                change.shuffle().orElse(spec.shuffle()),
                change.reduce().orElse(spec.reduce()));
        if (changed.size() == spec.size() && changed.shuffle() == spec.shuffle()) {
            return new BatchSchedule(changed, examples, fromStep, fromEpoch);
        }
        boolean begins = start(step) == 0;
        return new BatchSchedule(changed, examples, step, begins ? epoch(step) : epoch(step) + 1);
    }
}
