package downhill.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import downhill.insight.Slice.Cell;
import downhill.math.Curve;
import downhill.math.KernelCurve;
import downhill.math.Kernels;
import downhill.math.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PowersTest {
    private static final int COUNT = 96;

    private final double[] w = numbers(1, 4);
    private final double[] u = numbers(2, 3);
    private final double[] v = numbers(3, 3);
    private final List<Cell> cells = cells(9, 5);

    private static double[] numbers(long seed, double size) {
        Rng rng = Rng.of(seed, Rng.Stream.CHECK);
        double[] numbers = new double[COUNT];
        Arrays.setAll(numbers, i -> size * rng.nextGaussian());
        return numbers;
    }

    private static List<Cell> cells(int size, double span) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                cells.add(new Cell(i, j, span * (2.0 * i / (size - 1) - 1), span * (2.0 * j / (size - 1) - 1)));
            }
        }
        return cells;
    }

    private static Optional<Powers> powers(Curve curve, double[] w, double[] u, double[] v, List<Cell> cells) {
        return Powers.of(Kernels.best(), curve, w, u, v, cells);
    }

    @ParameterizedTest
    @EnumSource(names = {"TANH", "SIGMOID"})
    void activationsAreThoseOfTheCurve(KernelCurve curve) {
        Powers.Walker walker = powers(curve, w, u, v, cells).orElseThrow().new Walker();
        double[] a = new double[COUNT];
        for (Cell cell : cells) {
            walker.activations(cell, a);
            for (int i = 0; i < COUNT; i++) {
                double z = w[i] + cell.alpha() * u[i] + cell.beta() * v[i];
                assertThat(a[i]).isCloseTo(curve.value(z), offset(1e-14));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TANH", "SIGMOID"})
    void plainKernelsGiveTheSameBits(KernelCurve curve) {
        double[] one = new double[COUNT];
        double[] other = new double[COUNT];
        Powers.of(Kernels.plain(), curve, w, u, v, cells).orElseThrow().new Walker().activations(cells.get(12), one);
        powers(curve, w, u, v, cells).orElseThrow().new Walker().activations(cells.get(12), other);
        assertThat(one).containsExactly(other);
    }

    @Test
    void whatWouldOverflowIsLeftToTheCurve() {
        double[] far = w.clone();
        far[5] = 340;
        assertThat(powers(KernelCurve.TANH, far, u, v, cells)).isEmpty();
        assertThat(powers(KernelCurve.SIGMOID, far, u, v, cells)).isPresent();
        far[5] = Double.NaN;
        assertThat(powers(KernelCurve.SIGMOID, far, u, v, cells)).isEmpty();
    }

    @Test
    void otherCurvesAndFewCellsAreLeftToTheCurve() {
        assertThat(powers(KernelCurve.RELU, w, u, v, cells)).isEmpty();
        assertThat(powers(KernelCurve.SOFTPLUS, w, u, v, cells)).isEmpty();
        assertThat(powers(KernelCurve.TANH, w, u, v, cells.subList(0, 9))).isEmpty();
    }
}
