package downhill.insight.diagnosis;

import downhill.descent.rule.Hyperparameter;
import downhill.descent.rule.UpdateRule;
import downhill.net.Cost;

/** The learning rate that suits most small networks, against which a large one is judged, and with which one is cured. */
final class UsualRate {
    /** The gradient of a squared error holds the slope of the output, at most 1/4, which that of the cross-entropy does not. */
    private static final double SQUARED = 3;

    private UsualRate() {}

    /** The usual rate of a rule; a momentum m adds up many steps to 1/(1 - m) of one, so the rate is smaller by this factor. */
    static double of(UpdateRule rule, Cost cost) {
        double plain = rule.usualRate() * (1 - rule.setting(Hyperparameter.MOMENTUM, 0));
        return cost instanceof Cost.CrossEntropy ? plain : SQUARED * plain;
    }
}
