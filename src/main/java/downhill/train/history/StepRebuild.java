package downhill.train.history;

import downhill.train.spec.LoggedTweak;
import downhill.train.step.Keyframe;
import downhill.train.step.Plan;
import downhill.train.step.Run;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * All that is needed to come to one step of a history, bit for bit: a keyframe and the tweaks after it. It is independent of
 * the history, which may go on, so that rebuilding, which can take long, needs no lock.
 */
public final class StepRebuild {
    private final Plan plan;
    private final Keyframe from;
    private final List<LoggedTweak> script;
    private final int step;

    StepRebuild(Plan plan, Keyframe from, List<LoggedTweak> script, int step) {
        this.plan = plan;
        this.from = from;
        this.script = script;
        this.step = step;
    }

    /** The rebuild from the last keyframe before a step, with the tweaks that apply from there on. */
    static StepRebuild from(Keyframe from, Plan plan, List<LoggedTweak> log, int step) {
        return new StepRebuild(
                plan,
                from,
                log.stream().filter(entry -> entry.step() >= from.step()).toList(),
                step);
    }

    /**
     * The run at the step. It may be advanced: it then goes on through the past, each tweak at its step.
     *
     * @param progress receives each step reached; it may throw to give up
     */
    public Run run(IntConsumer progress) {
        Run run = begin();
        while (run.step() < step) {
            run.advance();
            progress.accept(run.step());
        }
        return run;
    }

    /** The same rebuild on another plan. */
    StepRebuild on(Plan other) {
        return new StepRebuild(other, from, script, step);
    }

    /** The run at the keyframe. */
    Run begin() {
        return new Run(plan, from, script);
    }

    /** The step's number. */
    int step() {
        return step;
    }
}
