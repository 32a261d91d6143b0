package downhill.train.step;

import downhill.descent.rule.OptimizerMemory;

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
}
