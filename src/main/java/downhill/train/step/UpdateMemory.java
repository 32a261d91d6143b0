package downhill.train.step;

import downhill.net.PerParameter;
import java.util.Arrays;
import java.util.List;

/** The memory of a run's update rule, at its newest step, of the updates before that step's. */
public final class UpdateMemory {
    private UpdateMemory() {}

    /** A copy of each moment: the velocity of gradient descent, the mean square of RMSProp, both moments of Adam. */
    public static List<PerParameter> of(Run run) {
        return Arrays.stream(run.keyframe().memory().moments())
                .map(moment -> new PerParameter(run.network().shape(), moment))
                .toList();
    }
}
