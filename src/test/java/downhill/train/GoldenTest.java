package downhill.train;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.descent.rule.AdaGrad;
import downhill.descent.rule.Adam;
import downhill.descent.rule.RmsProp;
import downhill.descent.rule.Sgd;
import downhill.math.Kernels;
import downhill.math.Rng;
import downhill.math.Shards;
import downhill.net.Cost;
import downhill.net.Group;
import downhill.net.Group.Block;
import downhill.net.activation.Activation;
import downhill.net.activation.Identity;
import downhill.net.activation.LeakyRelu;
import downhill.net.activation.Relu;
import downhill.net.activation.Sigmoid;
import downhill.net.activation.Softmax;
import downhill.net.activation.Softplus;
import downhill.net.activation.Tanh;
import downhill.train.history.HistoryTest;
import downhill.train.spec.BatchSpec.Reduce;
import downhill.train.spec.Frozen;
import downhill.train.spec.Regularization;
import downhill.train.spec.Regularization.Norm;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Hashes of everything in a step, after some steps of some runs. They hold on every machine, with every kind of kernels, in
 * one piece or in shards. A change of one is a change of the engine's definition: every stored run would be another.
 */
class GoldenTest {
    private record Golden(String name, Specs specs, int steps, long hash) {}

    private static final Activation SIGMOID = new Sigmoid();
    private static final Activation SOFTMAX = new Softmax();

    private static List<Golden> golden() {
        return List.of(
                new Golden(
                        "exclusive or with momentum",
                        Specs.xor(2, 4, 1).rule(new Sgd(0.9, false), 0.3),
                        500,
                        0x92dcdff6c58ff3bbL),
                new Golden("deep, of many curves, Adam, shuffled slices", deep(), 300, 0x37db584c60f93753L),
                new Golden("cut, frozen, penalised, decayed, Nesterov", cut(), 300, 0x2eca663bfb82f62fL),
                new Golden("large, softmax, dropout, RMSProp", large(), 20, 0x3758726729ec1a7cL),
                new Golden("plain descent on pictures, large and sparse", pictures(), 40, 0xd2d188388a305164L),
                new Golden("more examples than a chunk, AdaGrad", many(), 50, 0x58748e4e8dd5e5d8L));
    }

    private static Specs random(int examples, Integer... layers) {
        Rng rng = Rng.of(5, Rng.Stream.CHECK);
        double[][] inputs = new double[examples][layers[0]];
        double[][] targets = new double[examples][layers[layers.length - 1]];
        for (int e = 0; e < examples; e++) {
            for (int k = 0; k < inputs[e].length; k++) {
                inputs[e][k] = rng.nextDouble() < 0.4 ? 0 : rng.uniform(-1, 1);
            }
            targets[e][rng.nextInt(targets[e].length)] = 1;
        }
        return Specs.of(inputs, targets, layers);
    }

    private static Specs deep() {
        return random(37, 3, 7, 6, 5, 4, 2)
                .activations(new Relu(), new LeakyRelu(), new Softplus(), new Identity(), SIGMOID)
                .rule(new Adam(0.9, 0.999, 1e-8), 0.01)
                .batch(10, true, Reduce.MEAN);
    }

    private static Specs cut() {
        Specs specs = random(9, 6, 4, 2)
                .rule(new Sgd(0.8, true), 0.1)
                .weightDecay(0.001)
                .batch(4, true, Reduce.SUM);
        specs.groups = List.of(new Group(0, List.of(new Block(0, 3, 0, 2), new Block(3, 6, 2, 4))));
        specs.frozen = List.of(new Frozen.Weight(1, 0, 2));
        specs.regularization = Optional.of(new Regularization(Norm.L2, 0.01));
        specs.cost = new Cost.HalfSquaredError(0.2);
        return specs;
    }

    private static Specs large() {
        Specs specs = random(100, 90, 300, 40, 5)
                .activations(new Tanh(), SIGMOID, SOFTMAX)
                .rule(new RmsProp(0.9, 1e-8), 0.002)
                .batch(32, true, Reduce.MEAN);
        specs.cost = new Cost.CrossEntropy();
        specs.dropout = List.of(0.25, 0.0);
        return specs;
    }

    private static Specs pictures() {
        Rng rng = Rng.of(6, Rng.Stream.CHECK);
        double[][] inputs = new double[60][90];
        double[][] targets = new double[60][5];
        for (int e = 0; e < inputs.length; e++) {
            for (int k = 0; k < 90; k++) {
                inputs[e][k] = rng.nextDouble() < 0.85 ? 0 : rng.nextDouble();
            }
            targets[e][rng.nextInt(5)] = 1;
        }
        return Specs.of(inputs, targets, 90, 300, 40, 5)
                .activations(new Tanh(), SIGMOID, SIGMOID)
                .rule(new Sgd(0, false), 0.4)
                .batch(7, true, Reduce.MEAN);
    }

    private static Specs many() {
        Specs specs = random(1100, 2, 5, 3).activations(new Tanh(), SOFTMAX);
        specs.cost = new Cost.MeanSquaredError();
        return specs.rule(new AdaGrad(1e-8), 0.1);
    }

    /** FNV-1a over the bits of all numbers of a step. */
    private static long hash(Run run) {
        long hash = 0xcbf29ce484222325L;
        for (double value : HistoryTest.everything(run)) {
            long bits = Double.doubleToRawLongBits(value);
            for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
                hash = (hash ^ (bits >>> shift & 0xff)) * 0x100000001b3L;
            }
        }
        return hash;
    }

    private static long hash(Golden golden, Kernels kernels, Shards shards) {
        return hash(golden, kernels, shards, golden.steps);
    }

    private static long hash(Golden golden, Kernels kernels, Shards shards, int steps) {
        Run run = Run.start(golden.specs.spec(), golden.specs.data(), kernels, shards);
        for (int i = 0; i < steps; i++) {
            run.advance();
        }
        return hash(run);
    }

    /** One hash of all runs after a few steps. */
    static long shortHash(Kernels kernels) {
        long all = 0;
        for (Golden golden : golden()) {
            all = 31 * all + hash(golden, kernels, Shards.NONE, golden.steps / 20);
        }
        return all;
    }

    @TestFactory
    List<DynamicTest> theHashesHold() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Golden golden : golden()) {
            String name = golden.name;
            tests.add(DynamicTest.dynamicTest(
                    name + ", plain kernels", () -> check(golden, Kernels.plain(), Shards.NONE)));
            tests.add(
                    DynamicTest.dynamicTest(name + ", best kernels", () -> check(golden, Kernels.best(), Shards.NONE)));
            tests.add(DynamicTest.dynamicTest(name + ", shards on threads", () -> checkOnThreads(golden)));
        }
        return tests;
    }

    private static void check(Golden golden, Kernels kernels, Shards shards) {
        assertThat(Long.toHexString(hash(golden, kernels, shards))).isEqualTo(Long.toHexString(golden.hash));
    }

    private static void checkOnThreads(Golden golden) {
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            var shards = new Threads(threads);
            check(golden, Kernels.best(), shards);
            boolean isLarge = golden.specs.layers.contains(300);
            assertThat(shards.works > 0).isEqualTo(isLarge);
        }
    }

    /** Runs the parts of each piece of work on several threads, in no order. */
    private static final class Threads implements Shards {
        private final ExecutorService threads;
        private int works;

        private Threads(ExecutorService threads) {
            this.threads = threads;
        }

        @Override
        public void run(IntConsumer work) {
            works++;
            List<Future<?>> parts = new ArrayList<>();
            for (int part = COUNT - 1; part >= 0; part--) {
                int number = part;
                parts.add(threads.submit(() -> work.accept(number)));
            }
            for (Future<?> part : parts) {
                try {
                    part.get();
                } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }
}
