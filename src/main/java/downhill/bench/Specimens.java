package downhill.bench;

import downhill.data.DataSpec;
import downhill.data.Dataset;
import downhill.descent.Optimizer;
import downhill.math.Kernels;
import downhill.math.Rng;
import downhill.net.Cost;
import downhill.net.Initializer;
import downhill.net.NetworkSpec;
import downhill.net.activation.Tanh;
import downhill.train.spec.BatchSpec;
import downhill.train.spec.BatchSpec.Reduce;
import downhill.train.spec.RunSpec;
import downhill.train.step.Run;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The runs that are measured: tanh networks with half squared error on given examples, in batches in order. */
final class Specimens {
    private Specimens() {}

    /** Gaussian inputs and targets of -1 or 1, seeded. */
    static Dataset dense(int inputs, int outputs, int examples) {
        Rng rng = Rng.of(3, Rng.Stream.DATA);
        double[] x = new double[examples * inputs];
        double[] targets = new double[examples * outputs];
        for (int i = 0; i < x.length; i++) {
            x[i] = rng.nextGaussian();
        }
        for (int i = 0; i < targets.length; i++) {
            targets[i] = rng.nextInt(2) * 2 - 1;
        }
        return new Dataset(
                inputs,
                outputs,
                x,
                targets,
                new double[0],
                new double[0],
                new Dataset.Task.TwoTargets(-1, 1),
                List.of());
    }

    /** A run on these examples with plain gradient descent. */
    static Run run(List<Integer> layers, Dataset data, int batch, double learningRate, Kernels kernels) {
        return Run.start(spec(layers, batch, learningRate), data, kernels);
    }

    /** A run's specification with these layers, batch and learning rate; its data are given beside it. */
    static RunSpec spec(List<Integer> layers, int batch, double learningRate) {
        return new RunSpec(
                1,
                new DataSpec.Inline(List.of(), List.of(), List.of(), List.of()),
                new NetworkSpec(
                        layers,
                        Collections.nCopies(layers.size() - 1, new Tanh()),
                        new Initializer.ByActivation(false),
                        Optional.empty(),
                        List.of()),
                new Cost.HalfSquaredError(0),
                new BatchSpec(batch, false, Reduce.MEAN),
                Optimizer.sgd(learningRate),
                Optional.empty(),
                List.of(),
                List.of());
    }
}
