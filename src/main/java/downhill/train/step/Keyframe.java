package downhill.train.step;

import downhill.descent.rule.OptimizerMemory;
import downhill.train.spec.LoggedTweak;
import java.util.List;

/**
 * All that is needed to come back to a step: its number, its parameters, what the update rule remembers of the updates
 * before it, and the settings.
 */
@SuppressWarnings("ArrayRecordComponent")
public record Keyframe(int step, double[] parameters, OptimizerMemory memory, StepSettings settings) {
    public static Keyframe start(Plan plan) {
        double[] parameters = plan.initial().parameters().values();
        OptimizerMemory memory = OptimizerMemory.empty(plan.spec().optimizer().rule(), parameters.length);
        return new Keyframe(0, parameters, memory, plan.settings());
    }

    /**
     * A step that was reached elsewhere, with the settings as they were before the tweaks that were made at this very step.
     *
     * @param tweaks of the run, in order, at least all those before this step
     */
    public static Keyframe at(
            Plan plan, int step, double[] parameters, OptimizerMemory memory, List<LoggedTweak> tweaks) {
        StepSettings settings = plan.settings();
        for (LoggedTweak entry : tweaks) {
            if (entry.step() < step) {
                settings = settings.with(entry.tweak(), entry.step(), plan.shape(), plan.missing());
            }
        }
        return new Keyframe(step, parameters, memory, settings);
    }
}
