package downhill.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The meaning of each kernel, on numbers small enough to follow by hand. */
class KernelsTest {
    private static final Kernels KERNELS = Kernels.plain();

    private static Matrix matrix(int rows, int columns, double... values) {
        return Matrix.view(values, 0, rows, columns);
    }

    @Test
    void widthIsTheNextMultipleOfTheLanes() {
        assertThat(Kernels.width(1)).isEqualTo(8);
        assertThat(Kernels.width(8)).isEqualTo(8);
        assertThat(Kernels.width(9)).isEqualTo(16);
    }

    @Test
    void affineIsBiasPlusWeightedSumOfEachColumn() {
        Matrix z = Matrix.zeros(2, 8);
        Matrix a = Matrix.zeros(2, 8);
        a.set(0, 0, 5);
        a.set(1, 0, 6);
        a.set(1, 7, 1);
        KERNELS.affine(matrix(2, 2, 1, 3, 2, 4), matrix(2, 1, 10, 20), a, z, 0, 2);
        assertThat(z.get(0, 0)).isEqualTo(10 + 1 * 5 + 2 * 6);
        assertThat(z.get(1, 0)).isEqualTo(20 + 3 * 5 + 4 * 6);
        assertThat(z.get(1, 7)).isEqualTo(24);
    }

    @Test
    void rowsOutsideTheRangeStay() {
        Matrix z = Matrix.zeros(3, 8);
        KERNELS.affine(matrix(1, 3, 1, 1, 1), matrix(3, 1, 7, 8, 9), Matrix.zeros(1, 8), z, 1, 2);
        assertThat(z.get(0, 0)).isZero();
        assertThat(z.get(1, 0)).isEqualTo(8);
        assertThat(z.get(2, 0)).isZero();
    }

    @Test
    void backSendsEachDeltaThroughItsWeights() {
        Matrix delta = Matrix.zeros(2, 8);
        delta.set(0, 3, 5);
        delta.set(1, 3, 7);
        Matrix d = Matrix.zeros(3, 8);
        KERNELS.back(matrix(3, 2, 1, 4, 2, 5, 3, 6), delta, d, 0, 3);
        assertThat(d.get(0, 3)).isEqualTo(1 * 5 + 4 * 7);
        assertThat(d.get(1, 3)).isEqualTo(2 * 5 + 5 * 7);
        assertThat(d.get(2, 3)).isEqualTo(3 * 5 + 6 * 7);
    }

    @Test
    void gradientsSumOverTheBatchAloneAndAreScaled() {
        Matrix delta = Matrix.view(new double[] {1, 2, 1000, 0, 0, 0, 0, 0}, 0, 1, 8);
        Matrix a = Matrix.view(new double[] {3, 5, 7, 0, 0, 0, 0, 0, 4, 6, 8, 0, 0, 0, 0, 0}, 0, 2, 8);
        Matrix weights = Matrix.zeros(2, 1);
        Matrix biases = Matrix.zeros(1, 1);
        KERNELS.weightGradients(a, matrix(2, 1, 1, 2), 0.5, weights, 0, 2);
        KERNELS.biasGradients(delta, 2, 0.5, biases, 0, 1);
        assertThat(weights.data()).containsExactly(0.5 * (1 * 3 + 2 * 5), 0.5 * (1 * 4 + 2 * 6));
        assertThat(biases.data()).containsExactly(1.5);
    }

    @Test
    void affineByExampleIsTheSameTurned() {
        NonZeros examples = new NonZeros(matrix(1, 3, 5, 0, 6));
        examples.find();
        Matrix z = Matrix.zeros(1, 2);
        KERNELS.affine(matrix(3, 2, 1, 3, 100, 100, 2, 4), matrix(2, 1, 10, 20), examples, z, 0, 2);
        assertThat(z.data()).containsExactly(10 + 1 * 5 + 2 * 6, 20 + 3 * 5 + 4 * 6);
    }

    @Test
    void slopeTurnsDerivativesByActivationsIntoDeltas() {
        Matrix z = Matrix.view(new double[] {-1, 0, 2, 3, -4, 0.5, 1, -0.5}, 0, 1, 8);
        Matrix a = Matrix.zeros(1, 8);
        Matrix d = Matrix.view(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, 0, 1, 8);
        KERNELS.apply(KernelCurve.RELU, z, a, 0, 1);
        assertThat(a.data()).containsExactly(0, 0, 2, 3, 0, 0.5, 1, 0);
        KERNELS.applySlope(KernelCurve.RELU, z, a, d, d, 0, 1);
        assertThat(d.data()).containsExactly(0, 0, 3, 4, 0, 6, 7, 0);
    }

    @Test
    void softmaxOfAColumnSumsToOneAndNeverOverflows() {
        Matrix z = Matrix.zeros(2, 8);
        z.set(0, 1, 1000);
        z.set(1, 1, 1000);
        Matrix a = Matrix.zeros(2, 8);
        KERNELS.softmax(z, a, Matrix.zeros(2, z.columns()));
        assertThat(a.get(0, 1)).isEqualTo(0.5);
        assertThat(a.get(1, 1)).isEqualTo(0.5);
    }

    @Test
    void transposeLeavesPaddingOut() {
        Matrix a = Matrix.zeros(2, 8);
        a.set(0, 1, 3);
        a.set(1, 1, 4);
        Matrix examples = Matrix.zeros(2, 2);
        a.transposeTo(examples);
        assertThat(examples.data()).containsExactly(0, 0, 3, 4);
    }

    @Test
    void aViewMustFitItsArray() {
        assertThatThrownBy(() -> Matrix.view(new double[5], 2, 2, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
