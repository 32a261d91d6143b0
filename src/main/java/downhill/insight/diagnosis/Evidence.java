package downhill.insight.diagnosis;

import downhill.descent.Optimizer;
import downhill.insight.CostCurve;
import downhill.insight.Scores;
import downhill.insight.health.GradientLengths;
import downhill.train.history.CostSeries;
import downhill.train.spec.RunSpec;
import downhill.train.step.Divergence;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The measured facts of a run at a step, from which a diagnosis follows.
 *
 * @param optimizer as the tweaks have made it
 * @param slices the number of batches in an epoch
 * @param startCost the cost over the training set at step 0
 * @param batches the costs of the batches so far
 * @param scores over the whole sets, now
 * @param recent the costs over the training set at the last steps, this one last; empty if that is too much work
 * @param past the costs at some steps at equal distances, this one last; empty where no overfitting is possible
 * @param layers the hidden layers
 * @param startLayers the same at step 0
 * @param examples the number of training examples with which the units were checked
 * @param isSample true if the training set has more examples
 * @param gradients the length of each layer's weight gradient over the batch
 * @param updateShare the length of the update of all weights as a share of the length of all weights
 */
@SuppressWarnings("ArrayRecordComponent")
public record Evidence(
        int step,
        RunSpec spec,
        Optimizer optimizer,
        int slices,
        Optional<Divergence> divergence,
        double startCost,
        CostSeries batches,
        Scores scores,
        double[] recent,
        List<CostCurve.Point> past,
        List<LayerState> layers,
        List<LayerState> startLayers,
        int examples,
        boolean isSample,
        double[] gradients,
        double updateShare) {

    /** The cost over the training set, or the batch's where the whole set is too much work. */
    public double cost() {
        return scores.trainCost().orElseGet(() -> batches.costs()[batches.size() - 1]);
    }

    /** The length of the whole gradient. */
    public double gradient() {
        return GradientLengths.length(gradients);
    }

    /** The learning rate, as the tweaks have made it. */
    public double learningRate() {
        return optimizer.learningRate();
    }

    /** The learning rate that suits this optimizer and cost. */
    public double usualRate() {
        return UsualRate.of(optimizer.rule(), spec.cost());
    }

    /** The number of hidden units. */
    int hiddenUnits() {
        return layers.stream().mapToInt(layer -> layer.flat().length).sum();
    }

    /** The mean of the costs at the last steps, 0 if there are none. */
    double recentMean() {
        return Arrays.stream(recent).average().orElse(0);
    }

    /** The number of the last steps at which the cost rose. */
    int rises() {
        return (int) IntStream.range(1, recent.length)
                .filter(i -> recent[i] > recent[i - 1])
                .count();
    }

    /** The mean of the batches' costs over a part of the past, from one share of the steps to another. */
    double mean(double from, double to) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < batches.size(); i++) {
            if (batches.steps()[i] >= from * step && batches.steps()[i] <= to * step) {
                sum += batches.costs()[i];
                count++;
            }
        }
        return sum / count;
    }
}
