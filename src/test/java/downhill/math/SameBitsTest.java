package downhill.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Vector kernels against the plain loops, bit for bit, on shapes that fill no vector and no tile, and on odd numbers. */
class SameBitsTest {
    private static final Kernels PLAIN = new PlainKernels();
    private static final Kernels VECTOR = new VectorKernels();
    private static final int[][] SHAPES = {
        {1, 1, 1}, {2, 4, 10}, {3, 5, 7}, {17, 9, 33}, {8, 8, 8}, {115, 10, 32}, {250, 21, 40}
    };

    private final Rng rng = Rng.of(3, Rng.Stream.CHECK);

    private Matrix random(int rows, int columns) {
        Matrix matrix = Matrix.view(new double[rows * columns + 3], 3, rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                matrix.set(i, j, rng.nextInt(5) == 0 ? 0 : rng.nextGaussian());
            }
        }
        return matrix;
    }

    private static void assertSame(Matrix result, Consumer<Matrix> first, Consumer<Matrix> second) {
        Matrix one = copy(result);
        Matrix two = copy(result);
        first.accept(one);
        second.accept(two);
        assertThat(bits(one)).containsExactly(bits(two));
    }

    private static long[] bits(Matrix m) {
        return Arrays.stream(m.data()).mapToLong(Double::doubleToLongBits).toArray();
    }

    private static Matrix copy(Matrix m) {
        return Matrix.view(m.data().clone(), m.offset(), m.rows(), m.columns());
    }

    @Test
    void productsHaveTheSameBits() {
        for (int[] shape : SHAPES) {
            int in = shape[0];
            int out = shape[1];
            int batch = shape[2];
            int width = Kernels.width(batch);
            Matrix weights = random(in, out);
            Matrix biases = random(out, 1);
            Matrix a = random(in, width);
            Matrix delta = random(out, width);
            Matrix deltas = random(batch, out);
            assertSame(
                    random(out, width),
                    z -> PLAIN.affine(weights, biases, a, z, out / 3, out),
                    z -> VECTOR.affine(weights, biases, a, z, out / 3, out));
            assertSame(
                    random(in, width),
                    d -> PLAIN.back(weights, delta, d, in / 3, in),
                    d -> VECTOR.back(weights, delta, d, in / 3, in));
            assertSame(
                    random(in, out),
                    g -> PLAIN.weightGradients(a, deltas, 1.0 / batch, g, in / 3, in),
                    g -> VECTOR.weightGradients(a, deltas, 1.0 / batch, g, in / 3, in));
            assertSame(
                    random(out, 1),
                    g -> PLAIN.biasGradients(delta, batch, 1.0 / batch, g, out / 3, out),
                    g -> VECTOR.biasGradients(delta, batch, 1.0 / batch, g, out / 3, out));
        }
    }

    /** The products as they are defined, one sum after the other. */
    @Test
    void plainProductsAreTheSumsInOrder() {
        for (int[] shape : SHAPES) {
            int in = shape[0];
            int out = shape[1];
            int batch = shape[2];
            int width = Kernels.width(batch);
            Matrix weights = random(in, out);
            Matrix biases = random(out, 1);
            Matrix a = random(in, width);
            Matrix delta = random(out, width);
            Matrix deltas = random(batch, out);
            assertSame(
                    random(out, width),
                    z -> PLAIN.affine(weights, biases, a, z, 0, out),
                    z -> each(z, (j, p) -> sum(in, biases.get(j, 0), k -> weights.get(k, j), k -> a.get(k, p))));
            assertSame(
                    random(in, width),
                    d -> PLAIN.back(weights, delta, d, 0, in),
                    d -> each(d, (k, p) -> sum(out, 0, j -> weights.get(k, j), j -> delta.get(j, p))));
            assertSame(
                    random(in, out),
                    g -> PLAIN.weightGradients(a, deltas, 0.3, g, 0, in),
                    g -> each(g, (k, j) -> 0.3 * sum(batch, 0, b -> a.get(k, b), b -> deltas.get(b, j))));
        }
    }

    private interface Element {
        double at(int i, int j);
    }

    private static void each(Matrix result, Element element) {
        for (int i = 0; i < result.rows(); i++) {
            for (int j = 0; j < result.columns(); j++) {
                result.set(i, j, element.at(i, j));
            }
        }
    }

    private static double sum(int count, double start, IntToDoubleFunction one, IntToDoubleFunction other) {
        double sum = start;
        for (int k = 0; k < count; k++) {
            sum = Math.fma(one.applyAsDouble(k), other.applyAsDouble(k), sum);
        }
        return sum + 0.0;
    }

    /** Mostly zeros, of both signs, in runs as in a picture. */
    private Matrix picture(int rows, int columns) {
        Matrix matrix = Matrix.zeros(rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int j = rng.nextInt(20); j < columns; j += 1 + rng.nextInt(3) * rng.nextInt(20)) {
                matrix.set(i, j, rng.nextInt(4) == 0 ? -0.0 : rng.nextGaussian());
            }
        }
        return matrix;
    }

    private NonZeros found(Matrix matrix) {
        NonZeros found = new NonZeros(matrix);
        found.find();
        return found;
    }

    @Test
    void zerosMayBePassedOver() {
        for (int[] shape : SHAPES) {
            int in = shape[0];
            int out = shape[1];
            int batch = shape[2];
            int width = Kernels.width(batch);
            Matrix weights = random(in, out);
            Matrix biases = random(out, 1);
            Matrix deltas = random(batch, out);
            Matrix examples = picture(batch, in);
            Matrix a = Matrix.zeros(in, width);
            examples.transposeTo(a);
            biases.set(0, 0, -0.0);
            Matrix z = Matrix.zeros(out, width);
            PLAIN.affine(weights, biases, a, z, 0, out);
            Matrix turned = Matrix.zeros(batch, out);
            z.transposeTo(turned);
            assertSame(
                    Matrix.zeros(batch, out),
                    result -> System.arraycopy(turned.data(), 0, result.data(), 0, batch * out),
                    result -> {
                        VECTOR.affine(weights, biases, found(examples), result, 0, out / 3);
                        VECTOR.affine(weights, biases, found(examples), result, out / 3, out);
                    });
            assertSame(
                    Matrix.zeros(in, out),
                    g -> PLAIN.weightGradients(a, deltas, 0.3, g, in / 3, in),
                    g -> VECTOR.weightGradients(found(a), deltas, 0.3, g, in / 3, in));
        }
    }

    @Test
    void sparseMatricesAreFound() {
        assertThat(found(picture(40, 200)).areFew()).isTrue();
        assertThat(found(random(40, 200)).areFew()).isFalse();
    }

    /** Every size from the smallest subnormal to infinity, both signs, and numbers where functions change branches. */
    private Matrix awkward() {
        double[] edges = {
            0,
            -0.0,
            Double.NaN,
            1 / 0.0,
            -1 / 0.0,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            709.782712893384,
            709.79,
            -708.5,
            -745.14,
            -746,
            22,
            -22,
            22.1,
            0.34657359,
            0.881373587
        };
        Matrix z = Matrix.zeros(257, 13);
        for (int i = 0; i < z.data().length; i++) {
            double sized = rng.uniform(-1, 1) * Math.scalb(1.0, rng.nextInt(80) - 70);
            z.data()[i] = i < edges.length ? edges[i] : i % 3 == 0 ? rng.uniform(-30, 30) : sized;
        }
        return z;
    }

    @Test
    void curvesHaveTheSameBits() {
        Matrix z = awkward();
        Matrix d = random(z.rows(), z.columns());
        for (KernelCurve f : KernelCurve.values()) {
            assertSame(copy(z), a -> PLAIN.apply(f, z, a, 1, 257), a -> VECTOR.apply(f, z, a, 1, 257));
            Matrix a = copy(z);
            PLAIN.apply(f, z, a, 0, 257);
            assertSame(
                    copy(d),
                    delta -> PLAIN.applySlope(f, z, a, d, delta, 3, 257),
                    delta -> VECTOR.applySlope(f, z, a, d, delta, 3, 257));
        }
    }

    @Test
    void softmaxHasTheSameBits() {
        for (int columns : new int[] {1, 8, 13, 32}) {
            Matrix z = random(10, columns);
            z.set(3, 0, 800);
            Matrix totals = Matrix.zeros(2, columns);
            assertSame(copy(z), a -> PLAIN.softmax(z, a, totals), a -> VECTOR.softmax(z, a, totals));
            assertSame(Matrix.zeros(2, columns), t -> PLAIN.softmax(z, copy(z), t), t -> VECTOR.softmax(z, copy(z), t));
        }
    }

    @Test
    void powersOfEHaveTheSameBits() {
        Matrix x = random(3, 37);
        x.set(1, 1, 800);
        x.set(1, 2, -800);
        x.set(1, 3, Double.NaN);
        assertSame(
                Matrix.zeros(3, 37),
                e -> PLAIN.exp(x.data(), e.data(), 5, 110),
                e -> VECTOR.exp(x.data(), e.data(), 5, 110));
    }

    @Test
    void sumsAndTheLargestUpdateAreTheSame() {
        Matrix w = random(1, 37);
        Matrix u = random(1, 37);
        u.set(0, 17, -50);
        double[] largest = new double[2];
        assertSame(
                Matrix.zeros(1, 37),
                sum -> largest[0] = PLAIN.add(w.data(), u.data(), sum.data(), 3, 36),
                sum -> largest[1] = VECTOR.add(w.data(), u.data(), sum.data(), 3, 36));
        assertThat(largest).containsExactly(50, 50);
        u.set(0, 9, Double.NaN);
        assertThat(VECTOR.add(w.data(), u.data(), new double[37], 3, 36)).isNaN();
    }

    @Test
    void stepsInPlaceAndTheLargestNumberAreTheSame() {
        Matrix g = random(1, 37);
        g.set(0, 17, -50);
        assertSame(
                random(1, 37),
                w -> PLAIN.descend(w.data(), g.data(), 0.3, 3, 36),
                w -> VECTOR.descend(w.data(), g.data(), 0.3, 3, 36));
        assertThat(PLAIN.largest(g.data(), 3, 36)).isEqualTo(50);
        assertThat(VECTOR.largest(g.data(), 3, 36)).isEqualTo(50);
        g.set(0, 9, Double.NaN);
        assertThat(VECTOR.largest(g.data(), 3, 36)).isNaN();
    }
}
