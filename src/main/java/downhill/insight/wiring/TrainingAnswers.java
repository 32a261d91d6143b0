package downhill.insight.wiring;

import downhill.net.Batch;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import downhill.train.step.Run;
import java.util.List;

/**
 * The answers of a network to all training examples, for choosing one of them.
 *
 * @param labels the class of each example
 * @param answers the class that the network answers
 * @param activations of the output that was asked for
 */
@SuppressWarnings("ArrayRecordComponent")
public record TrainingAnswers(int step, int output, int[] labels, int[] answers, double[] activations) {
    /** More examples would make a long answer. */
    private static final int MOST_EXAMPLES = 5000;

    /**
     * The answers at a run's newest step.
     *
     * @param output from 0, whose activations are listed
     * @param checkpoint is called between passes; it may throw to give up
     * @throws RefusedException if the outputs are no classes, if there is no such output, or if there are too many examples
     */
    public static TrainingAnswers of(Run run, int output, Runnable checkpoint) {
        OutputLayer.checkClasses(run);
        if (output >= run.network().shape().outputs()) {
            throw refused(
                    "?output",
                    "This network has the outputs 0 to "
                            + (run.network().shape().outputs() - 1) + ".");
        }
        if (run.data().size() > MOST_EXAMPLES) {
            throw refused("", "At most " + MOST_EXAMPLES + " training examples are listed.");
        }
        OutputLayer layer = OutputLayer.of(run, checkpoint);
        OutputLayer.Examples all = layer.training();
        Batch batch = layer.answer(all);
        int[] labels = new int[all.count()];
        int[] answers = new int[all.count()];
        double[] activations = new double[all.count()];
        for (int e = 0; e < all.count(); e++) {
            labels[e] = layer.label(all, e);
            answers[e] = layer.answer(batch, e);
            activations[e] = batch.activations(1).get(output, e);
        }
        return new TrainingAnswers(run.step(), output, labels, answers, activations);
    }

    private static RefusedException refused(String pointer, String detail) {
        return new RefusedException(List.of(new Problem(pointer, detail)));
    }
}
