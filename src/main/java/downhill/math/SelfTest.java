package downhill.math;

import java.util.Arrays;

/** The test that vector kernels pass before they are used: the same bits as the plain loops on awkward shapes. */
final class SelfTest {
    private static final String MODULE = "jdk.incubator.vector";
    private static final int[][] SHAPES = {{2, 3, 5}, {9, 6, 33}, {37, 5, 8}};

    private SelfTest() {}

    /** The kernels chosen, once for the process. */
    static final class Choice {
        static final Kernels BEST = choose();

        private Choice() {}

        private static Kernels choose() {
            Kernels plain = new PlainKernels();
            if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
                return plain;
            }
            Kernels vector = new VectorKernels();
            return agree(plain, vector) ? vector : plain;
        }
    }

    /** Tests whether two kernels give the same bits. */
    static boolean agree(Kernels one, Kernels two) {
        return Arrays.stream(SHAPES).allMatch(shape -> Arrays.equals(results(one, shape), results(two, shape)));
    }

    /** The numbers of every product and every curve for a layer of this shape {in, out, batch}, one after the other. */
    private static double[] results(Kernels kernels, int[] shape) {
        int in = shape[0];
        int out = shape[1];
        int batch = shape[2];
        int width = Kernels.width(batch);
        double[] numbers = new double[in * out + out + in * width + 2 * out * width + batch * (in + out)];
        Rng rng = Rng.of(in, Rng.Stream.CHECK);
        Arrays.setAll(numbers, i -> 40 * rng.nextDouble() * rng.nextDouble() - 10);
        Matrix weights = Matrix.view(numbers, 0, in, out);
        Matrix biases = Matrix.view(numbers, in * out, out, 1);
        Matrix a = Matrix.view(numbers, biases.row(out), in, width);
        Matrix z = Matrix.view(numbers, a.row(in), out, width);
        Matrix y = Matrix.view(numbers, z.row(out), out, width);
        Matrix examples = Matrix.view(numbers, y.row(out), batch, in);
        Matrix deltas = Matrix.view(numbers, examples.row(batch), batch, out);
        kernels.affine(weights, biases, a, z, 0, out);
        for (Curve f : KernelCurve.values()) {
            kernels.apply(f, z, y, 0, out);
            kernels.applySlope(f, z, y, y, z, 0, out);
        }
        Matrix totals = Matrix.zeros(2, width);
        kernels.softmax(z, y, totals);
        System.arraycopy(totals.data(), 0, numbers, a.row(0), Math.min(2, in) * width);
        kernels.exp(numbers, numbers, y.row(0), y.row(out));
        a.transposeTo(examples);
        Arrays.fill(numbers, a.row(0), a.row(in), 0);
        examples.transposeTo(a);
        kernels.affine(weights, biases, found(examples), deltas, 0, out);
        y.transposeTo(deltas);
        kernels.weightGradients(found(a), deltas, 0.1, weights, 0, in / 2);
        kernels.weightGradients(a, deltas, 0.1, weights, in / 2, in);
        kernels.back(weights, y, a, 0, in);
        kernels.biasGradients(y, batch, 0.1, biases, 0, out);
        kernels.descend(a.data(), numbers.clone(), 0.1, 0, in * out);
        return numbers;
    }

    private static NonZeros found(Matrix matrix) {
        NonZeros nonZeros = new NonZeros(matrix);
        nonZeros.find();
        return nonZeros;
    }
}
