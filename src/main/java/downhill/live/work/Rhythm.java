package downhill.live.work;

import java.util.function.BooleanSupplier;
import java.util.function.LongBinaryOperator;

/** When a run has its turns: it asks the trainer for one at a time. Guarded by the run's lock, but for {@link #isHeavy}. */
public final class Rhythm {
    private final Trainer trainer;
    private final Trainable run;
    private long nextDue;
    private boolean asked;

    /** Whether the last step was longer than a slice. */
    private volatile boolean heavy;

    public Rhythm(Trainer trainer, Trainable run) {
        this.trainer = trainer;
        this.run = run;
    }

    /** The first step is due now. */
    public void begin() {
        nextDue = trainer.now();
        ask(nextDue);
    }

    private void ask(long due) {
        if (!asked) {
            asked = true;
            trainer.schedule(run, due);
        }
    }

    /**
     * A turn: steps until the next is not due yet or the slice, in nanoseconds, is over.
     *
     * @param dueAfter when the next step is due, of when the last was and the time now
     */
    public void turn(long slice, BooleanSupplier mayStep, Runnable step, LongBinaryOperator dueAfter) {
        asked = false;
        long start = trainer.now();
        long now = start;
        while (mayStep.getAsBoolean() && nextDue <= now && now - start < slice) {
            long before = now;
            step.run();
            now = trainer.now();
            heavy = now - before > slice;
            nextDue = dueAfter.applyAsLong(nextDue, now);
        }
        if (mayStep.getAsBoolean()) {
            ask(Math.max(nextDue, now));
        }
    }

    public boolean isHeavy() {
        return heavy;
    }
}
