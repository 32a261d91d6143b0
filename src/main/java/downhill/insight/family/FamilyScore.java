package downhill.insight.family;

import downhill.train.step.Run;

/**
 * The number of facts that a network has right at a step.
 *
 * @param trained of the facts that it trains on
 * @param heldOut of those that are held out
 */
public record FamilyScore(int trained, int ofTrained, int heldOut, int ofHeldOut) {
    /** The score of a run's newest step. */
    public static FamilyScore of(Run run) {
        int held = run.data().testSize();
        return new FamilyScore(
                (int) run.evaluateTraining().right().orElse(0),
                run.data().size(),
                held == 0 ? 0 : (int) run.evaluateTest().right().orElse(0),
                held);
    }

    /** The trained facts in a sentence; the learner counts the held-out ones by asking. */
    public String sentence() {
        return trained + " of the " + ofTrained + " trained facts are right.";
    }
}
