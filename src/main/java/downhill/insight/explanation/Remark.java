package downhill.insight.explanation;

/** A fact about a number that its parts alone do not show, for example where a rule stops applying. */
public sealed interface Remark {
    /** Outputs count as right though they differ from their targets: the cost has a dead zone of this width. */
    record InsideMargin(double margin) implements Remark {}

    /** A cancelled slope: with this cost and this activation the delta is output minus target. */
    record SlopeCancels() implements Remark {}

    /** Every output of a softmax depends on every weighted sum of its layer. */
    record EveryOutputFeels() implements Remark {}

    /** Dropout switched this neuron off on this example. */
    record Dropped() implements Remark {}

    /** Dropout kept this neuron and scaled it up by this factor. */
    record ScaledUp(double factor) implements Remark {}

    /** The weight or bias is frozen, so its update is 0. */
    record IsFrozen() implements Remark {}

    /** The blocks of the network leave no connection here, so the weight is 0 for ever. */
    record NotConnected() implements Remark {}

    /** The regularization adds its own slope. */
    record WithPenalty() implements Remark {}

    /** The shown example is not in the step's batch. */
    record NotInBatch() implements Remark {}

    /** The output is so near to 0 or 1 that the cost is computed from the weighted sum. */
    record FromTheSum() implements Remark {}
}
