package downhill.insight.explanation;

/** Remarks as short sentences. */
public final class PartWording {
    private PartWording() {}

    public static String of(Remark remark) {
        return switch (remark) {
            case Remark.InsideMargin r ->
                "The output is within the margin " + r.margin() + " of its target, so its error counts as 0.";
            case Remark.SlopeCancels r ->
                "With this cost and this activation function, the slope of the curve cancels: the delta is the output minus the target.";
            case Remark.EveryOutputFeels r -> "Every output of a softmax depends on every weighted sum of the layer.";
            case Remark.Dropped r -> "Dropout switched this neuron off for this example.";
            case Remark.ScaledUp r -> "Dropout kept this neuron and scaled it up.";
            case Remark.IsFrozen r -> "It is frozen, so it keeps its value.";
            case Remark.NotConnected r -> "There is no connection here.";
            case Remark.WithPenalty r -> "The last term is the slope of the regularization.";
            case Remark.NotInBatch r -> "The shown example is not in this step’s batch.";
            case Remark.FromTheSum r -> "The output is so near to 0 or 1 that the cost is computed from z.";
        };
    }
}
