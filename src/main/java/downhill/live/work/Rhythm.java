package downhill.live.work;

import downhill.live.work.Turns.Turn;
import java.util.function.BooleanSupplier;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/** The times at which a run works: it asks the trainer for one turn at a time. Guarded by the run's lock, but for
 * {@link #isHeavy} and {@link #stepsPerSecond}. */
public final class Rhythm {
    private final Trainer trainer;
    private final Trainable run;
    private final Speedometer speedometer = new Speedometer();
    private long nextDue;

    /** The requested turn that has not begun. */
    private @Nullable Turn asked;

    /** True after a step that was longer than a slice. */
    private volatile boolean heavy;

    public Rhythm(Trainer trainer, Trainable run) {
        this.trainer = trainer;
        this.run = run;
    }

    /** The first step is due now, whenever the next one was due before. */
    public void begin() {
        nextDue = trainer.now();
        speedometer.begin(nextDue);
        if (asked == null || trainer.withdraw(asked)) {
            asked = trainer.schedule(run, nextDue);
        }
    }

    /** Withdraws the run's turn: no step is due. */
    public void stop() {
        if (asked != null && trainer.withdraw(asked)) {
            asked = null;
        }
    }

    /**
     * A turn: steps until the next is not due yet or the slice, in nanoseconds, is over.
     *
     * @param dueAfter when the next step is due, of when the last was and the time now
     */
    public void turn(long slice, BooleanSupplier mayStep, Runnable step, LongBinaryOperator dueAfter) {
        asked = null;
        long start = trainer.now();
        long now = start;
        while (mayStep.getAsBoolean() && nextDue <= now && now - start < slice) {
            long before = now;
            step.run();
            now = trainer.now();
            speedometer.step(now);
            heavy = now - before > slice;
            nextDue = dueAfter.applyAsLong(nextDue, now);
        }
        if (mayStep.getAsBoolean()) {
            asked = trainer.schedule(run, Math.max(nextDue, now));
        }
    }

    /** The steps a second that the run makes, or made when it last worked; 0 before it has worked for a tenth of a second. */
    public double stepsPerSecond() {
        return speedometer.perSecond();
    }

    public boolean isHeavy() {
        return heavy;
    }
}
