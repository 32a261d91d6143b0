package downhill.bench;

import downhill.data.DataSets;
import downhill.data.Dataset;
import downhill.math.Kernels;
import java.util.List;

/** Measures the engine. Each figure is a ratio of actions that took turns in one run, beside what it should be. */
public final class Bench {
    private Bench() {}

    /** Prints every figure. */
    public static void main(String[] arguments) {
        System.out.println("Kernels: " + Kernels.best().getClass().getSimpleName());
        Dataset dense = Specimens.dense(784, 10, 320);
        Dataset digits = DataSets.build(DataSets.named("digits").orElseThrow().standard(1), 10);
        SmallNetworks.measure(List.of(2, 4, 2, 1));
        SmallNetworks.measure(List.of(2, 8, 8, 8, 1));
        LargeNetwork.measure(LargeNetwork.DENSE, dense, 32);
        LargeNetwork.measure(LargeNetwork.DIGITS, digits, 32);
        LargeNetwork.measure(LargeNetwork.DENSE, dense, 1);
        LargeNetwork.measure(LargeNetwork.DIGITS, digits, 1);
        LargeNetwork.measurePlain(dense);
        LargeNetwork.measurePasses();
        Landscapes.measure(Landscapes.SMALL, 0.1);
        Landscapes.measure(Landscapes.DIGITS, 0.25);
        MemoryUse.measure(List.of(2, 4, 2, 1));
        Rewind.measure(List.of(2, 8, 8, 8, 1), 10, 20_000, 0.05, Specimens.dense(2, 1, 200));
        Rewind.measure(LargeNetwork.LAYERS, 32, 6000, 1, digits);
    }
}
