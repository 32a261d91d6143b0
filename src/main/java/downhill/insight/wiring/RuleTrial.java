package downhill.insight.wiring;

import downhill.math.Matrix;
import downhill.math.Watch;
import downhill.net.Batch;
import downhill.net.PerParameter;
import downhill.net.Shape;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Two rules that train the connections into the outputs from the same start, one example at a time: gradient descent, -rate × delta × activation, and Hebb's
 * rule, rate × activation of the output × activation. All other weights and all biases stay.
 *
 * @param step from which both begin
 * @param rate the run's learning rate at this step
 * @param weights how many connections are trained
 */
public record RuleTrial(int step, double rate, int weights, Course descent, Course hebb) {
    /** The most examples that are shown. */
    static final int MOST_EXAMPLES = 300;

    /** Examples between two points. */
    static final int EVERY = 10;

    /**
     * A rule's training.
     *
     * @param points from no example to the last
     * @param risen how many weights are larger at the end than at the start, their signs counted
     * @param fallen how many are smaller
     */
    public record Course(List<Point> points, int risen, int fallen) {}

    /**
     * A moment of a training.
     *
     * @param examples that were shown so far
     * @param accuracy on the held-out examples, 0 to 1; on the training examples if none are held out
     * @param classes how many different classes the network answers to these examples
     * @param length of the vector of all trained weights
     */
    public record Point(int examples, double accuracy, int classes, double length) {}

    /** Changes weights after one example has passed forward. */
    private interface Rule {
        /** The factor of the rate and of the unit's activation, for each output. */
        double factor(Batch batch, int output);
    }

    /**
     * Trains from a run's newest step on.
     *
     * @param watch is asked now and then; it may throw to give up
     * @throws downhill.train.spec.RefusedException if the outputs are no classes, if the network is too wide before its outputs, or too large for its examples
     */
    public static RuleTrial of(Run run, Watch watch) {
        OutputLayer.checkClasses(run);
        OutputLayer layer = OutputLayer.of(run, watch);
        double rate = run.optimizer().learningRate();
        Course descent = train(layer, rate, (batch, j) -> -batch.deltas(0).get(j, 0), watch.part(0, 2));
        Course hebb = train(layer, rate, (batch, j) -> batch.activations(1).get(j, 0), watch.part(1, 2));
        return new RuleTrial(run.step(), rate, layer.network().shape().weights(), descent, hebb);
    }

    private static Course train(OutputLayer layer, double rate, Rule rule, Watch watch) {
        PerParameter start = layer.network().parameters();
        PerParameter trained = layer.network().with(start.values()).parameters();
        Batch unseen = layer.batch(layer.unseen());
        Batch one = new Batch(layer.network().shape(), 1, false);
        int count = Math.min(MOST_EXAMPLES, layer.training().count());
        List<Point> points = new ArrayList<>();
        points.add(point(0, layer, trained, unseen));
        for (int example = 0; example < count; example++) {
            watch.run();
            watch.done((double) example / count);
            learn(layer, trained, one, example, rate, rule);
            if ((example + 1) % EVERY == 0 || example + 1 == count) {
                points.add(point(example + 1, layer, trained, unseen));
            }
        }
        return course(
                points,
                start.values(),
                trained.values(),
                layer.network().shape().weights());
    }

    private static void learn(OutputLayer layer, PerParameter trained, Batch one, int example, double rate, Rule rule) {
        one.load(layer.training().inputs(), layer.training().targets(), new int[] {example}, 0);
        layer.passes().forward(trained, one);
        layer.passes().deltas(trained, one);
        Shape shape = layer.network().shape();
        Matrix activations = one.activations(0);
        for (int j = 0; j < shape.outputs(); j++) {
            double factor = rule.factor(one, j);
            for (int k = 0; k < shape.width(0); k++) {
                trained.values()[shape.weight(0, j, k)] += rate * (factor * activations.get(k, 0));
            }
        }
    }

    private static Point point(int examples, OutputLayer layer, PerParameter trained, Batch unseen) {
        layer.passes().forward(trained, unseen);
        BitSet classes = new BitSet();
        int right = 0;
        for (int e = 0; e < unseen.count(); e++) {
            int answer = layer.answer(unseen, e);
            classes.set(answer);
            right += answer == layer.label(layer.unseen(), e) ? 1 : 0;
        }
        double squares = 0;
        for (int i = 0; i < layer.network().shape().weights(); i++) {
            squares += trained.values()[i] * trained.values()[i];
        }
        return new Point(examples, (double) right / unseen.count(), classes.cardinality(), Math.sqrt(squares));
    }

    private static Course course(List<Point> points, double[] start, double[] end, int weights) {
        int risen = 0;
        int fallen = 0;
        for (int i = 0; i < weights; i++) {
            risen += end[i] > start[i] ? 1 : 0;
            fallen += end[i] < start[i] ? 1 : 0;
        }
        return new Course(List.copyOf(points), risen, fallen);
    }
}
