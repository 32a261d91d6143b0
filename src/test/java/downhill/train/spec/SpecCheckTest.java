package downhill.train.spec;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.descent.Optimizer;
import downhill.descent.rule.RmsProp;
import downhill.net.Cost;
import downhill.net.Group;
import downhill.net.Group.Block;
import downhill.net.Initializer;
import downhill.net.NetworkSpec.Given;
import downhill.net.activation.Activation;
import downhill.net.activation.Sigmoid;
import downhill.net.activation.Softmax;
import downhill.net.activation.Tanh;
import downhill.train.Specs;
import downhill.train.spec.BatchSpec.Reduce;
import downhill.train.spec.Regularization.Norm;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpecCheckTest {
    private static final Activation SIGMOID = new Sigmoid();
    private static final Activation SOFTMAX = new Softmax();
    private static final double[][] TWO_INPUTS = {{0, 1}, {1, 0}};

    private static List<String> pointers(Specs specs) {
        return SpecCheck.problems(specs.spec(), specs.data()).stream()
                .map(Problem::pointer)
                .toList();
    }

    @Test
    void theDefaultsAreFine() {
        assertThat(pointers(Specs.xor(2, 2, 1))).isEmpty();
    }

    @Test
    void layersMustFitTheData() {
        assertThat(pointers(Specs.xor(3, 2, 2))).containsExactly("/network/layers/0", "/network/layers/2");
        assertThat(SpecCheck.problems(Specs.xor(2, 2, 3).spec(), Specs.xor(2, 1).data()))
                .containsExactly(new Problem(
                        "/network/layers/2",
                        "The data have 1 targets; the output layer must have as many neurons, not 3."));
    }

    @Test
    void thereIsAnOutputLayerAndNoneIsEmpty() {
        Specs one = Specs.xor(2, 1);
        one.layers = List.of(2);
        assertThat(pointers(one)).containsExactly("/network/layers");
        Specs empty = Specs.xor(2, 0, 1);
        assertThat(pointers(empty)).containsExactly("/network/layers/1");
    }

    @Test
    void everyLayerHasOneActivation() {
        assertThat(pointers(Specs.xor(2, 2, 1).activations(SIGMOID))).containsExactly("/network/activations");
    }

    @Test
    void softmaxIsForTheLastLayer() {
        assertThat(pointers(Specs.xor(2, 2, 1).activations(SOFTMAX, SIGMOID)))
                .containsExactly("/network/activations/0");
    }

    @Test
    void crossEntropyNeedsSigmoidOrSoftmax() {
        Specs specs = Specs.xor(2, 1).activations(new Tanh());
        specs.cost = new Cost.CrossEntropy();
        assertThat(pointers(specs)).containsExactly("/cost");
    }

    @Test
    void crossEntropyNeedsSharesAsTargets() {
        Specs binary = Specs.of(TWO_INPUTS, new double[][] {{0}, {-1}}, 2, 1);
        binary.cost = new Cost.CrossEntropy();
        assertThat(pointers(binary)).containsExactly("/data/targets/1");
        Specs softmax = Specs.of(TWO_INPUTS, new double[][] {{0.25, 0.75}, {0.5, 0.4}}, 2, 2)
                .activations(SOFTMAX);
        softmax.cost = new Cost.CrossEntropy();
        assertThat(pointers(softmax)).containsExactly("/data/targets/1");
        Specs tenths = Specs.of(TWO_INPUTS, new double[][] {{0.7, 0.2, 0.1}, {0.1, 0.2, 0.7}}, 2, 3)
                .activations(SOFTMAX);
        tenths.cost = new Cost.CrossEntropy();
        assertThat(pointers(tenths)).isEmpty();
    }

    @Test
    void givenWeightsMustHaveTheNetworksShape() {
        Specs specs = Specs.xor(2, 2, 1);
        specs.given = Optional.of(new Given(
                List.of(List.of(List.of(1.0, 2.0), List.of(1.0)), List.of(List.of(1.0, 2.0), List.of(3.0, 4.0))),
                List.of(List.of(0.0, Double.NaN), List.of())));
        assertThat(pointers(specs))
                .containsExactly(
                        "/network/weights/0/1", "/network/weights/1", "/network/biases/0/1", "/network/biases/1");
        specs.given = Optional.of(new Given(List.of(), List.of(List.of())));
        assertThat(pointers(specs)).containsExactly("/network/weights", "/network/biases");
    }

    @Test
    void groupsMustLieWithinTheirLayers() {
        Specs specs = Specs.xor(2, 2, 1);
        specs.groups =
                List.of(new Group(2, List.of()), new Group(0, List.of(new Block(0, 3, 0, 1), new Block(1, 1, -1, 2))));
        assertThat(pointers(specs))
                .containsExactly(
                        "/network/groups/0/layer",
                        "/network/groups/1/blocks/0/from",
                        "/network/groups/1/blocks/1/from",
                        "/network/groups/1/blocks/1/to");
    }

    @Test
    void dropoutHasOneRateForEachHiddenLayer() {
        Specs specs = Specs.xor(2, 2, 1);
        specs.dropout = List.of(0.5, 0.5);
        assertThat(pointers(specs)).containsExactly("/dropout");
        specs.dropout = List.of(1.0);
        assertThat(pointers(specs)).containsExactly("/dropout/0");
    }

    @Test
    void frozenThingsMustExist() {
        Specs specs = Specs.xor(2, 2, 1);
        specs.frozen = List.of(new Frozen.Layer(2), new Frozen.Weight(0, 2, 0), new Frozen.Weight(1, 0, 1));
        assertThat(pointers(specs)).containsExactly("/frozen/0", "/frozen/1");
    }

    @Test
    void numbersMustBeInRange() {
        Specs specs = Specs.xor(2, 2, 1);
        specs.seed = 1L << 53;
        specs.batch = new BatchSpec(-1, false, Reduce.MEAN);
        specs.optimizer = new Optimizer(new RmsProp(1, 0), -1, Double.NaN);
        specs.regularization = Optional.of(new Regularization(Norm.L1, -0.5));
        specs.initializer = new Initializer.Uniform(-1, false);
        specs.cost = new Cost.HalfSquaredError(-0.1);
        assertThat(pointers(specs))
                .containsExactlyInAnyOrder(
                        "/seed",
                        "/batch/size",
                        "/optimizer/decay",
                        "/optimizer/epsilon",
                        "/optimizer/learningRate",
                        "/optimizer/weightDecay",
                        "/regularization/rate",
                        "/network/initializer/range",
                        "/costMargin");
    }

    @Test
    void tooManyWeightsAreRefusedBeforeAnyIsMade() {
        assertThat(pointers(Specs.xor(2, 100_000, 100_000, 1))).containsExactly("/network/layers");
    }
}
