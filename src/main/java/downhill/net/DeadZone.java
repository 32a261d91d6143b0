package downhill.net;

import downhill.data.Dataset;

/**
 * The error of an output, and the zone around its target in which it has none (Rumelhart, Hinton and Williams, 1986).
 *
 * @param margin an output on the right side of its target by this much has no error; 0 where every difference counts
 * @param middle halfway between the two targets, which says on which side of a target the right one is
 */
public record DeadZone(double margin, double middle) {
    /** The dead zone of a cost, for targets of this task. */
    public static DeadZone of(Cost cost, Dataset.Task task) {
        double margin = cost instanceof Cost.HalfSquaredError half ? half.margin() : 0;
        return new DeadZone(margin, task instanceof Dataset.Task.TwoTargets t ? (t.low() + t.high()) / 2 : 0.5);
    }

    /** Tells whether an output y counts as right though it differs from its target. */
    public boolean excuses(double y, double target) {
        return margin > 0 && (target > middle ? y > target - margin : y < target + margin);
    }

    /** The difference y - target, or 0 inside the zone. */
    public double error(double y, double target) {
        return excuses(y, target) ? 0 : y - target;
    }
}
