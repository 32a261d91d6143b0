package downhill.math;

/**
 * The inner loops of training on a batch: products of matrices and functions of each element. Every implementation gives
 * the same bits as {@link #plain()}.
 *
 * <p>Activations, weighted inputs and deltas of a layer are matrices [neurons][width]: one row for each neuron, one column
 * for each example, and {@link #width} rounds the number of examples up so that columns fill whole vectors. The columns
 * after the last example are computed along and never summed. Some results are by example instead: [examples][neurons].
 * Weights are [in][out]: those that leave one neuron are neighbours. So one lane of a vector holds one example or one
 * neuron, and each sum stays in one lane, in index order, each term added by one fused multiply-add. A sum that is zero is
 * +0: so a term that is zero could as well be left out. Weights and deltas are finite.
 *
 * <p>from and to are a half-open range of the result's rows: who splits the work between threads gives each its own rows,
 * and no sum changes. Arguments must fit each other's shapes; a result never overlaps an argument.
 */
public interface Kernels {
    /** Batches are padded to a multiple of this many columns, on every machine. */
    int LANES = 8;

    /** The number of columns for a batch of examples: the next multiple of {@link #LANES}. */
    static int width(int examples) {
        return (examples + LANES - 1) / LANES * LANES;
    }

    /**
     * The fastest kernels that work here: on vectors where the module {@code jdk.incubator.vector} is present and gives the
     * same bits in a test at first use, else {@link #plain()}.
     */
    static Kernels best() {
        return SelfTest.Choice.BEST;
    }

    /** The kernels as plain loops: the definition of every result. */
    static Kernels plain() {
        return new PlainKernels();
    }

    /**
     * Weighted inputs, forward: z[j][p] = biases[j] + sum over k of weights[k][j] * a[k][p].
     *
     * @param weights [in][out]
     * @param biases [out][1]
     * @param a [in][width]
     * @param z [out][width], of which the rows from .. to-1 are written
     */
    void affine(Matrix weights, Matrix biases, Matrix a, Matrix z, int from, int to);

    /**
     * Weighted inputs, forward, by example, passing over the inputs that are zero: the same bits as {@link #affine(Matrix,
     * Matrix, Matrix, Matrix, int, int)}, turned.
     *
     * @param weights [in][out]
     * @param biases [out][1]
     * @param examples [examples][in]
     * @param z [examples][out], of which the columns from .. to-1 are written
     */
    void affine(Matrix weights, Matrix biases, NonZeros examples, Matrix z, int from, int to);

    /**
     * The backward product through the weights: d[k][p] = sum over j of weights[k][j] * delta[j][p], the cost's derivative by the activations below.
     *
     * @param weights [in][out]
     * @param delta [out][width]
     * @param d [in][width], of which the rows from .. to-1 are written
     */
    void back(Matrix weights, Matrix delta, Matrix d, int from, int to);

    /**
     * Weight gradients: gradients[k][j] = scale * sum over b of a[k][b] * deltas[b][j].
     *
     * @param a [in][width], the activations below
     * @param deltas [examples][out], by example; all of them are summed
     * @param gradients [in][out], of which the rows from .. to-1 are written
     */
    void weightGradients(Matrix a, Matrix deltas, double scale, Matrix gradients, int from, int to);

    /**
     * {@link #weightGradients(Matrix, Matrix, double, Matrix, int, int)}, passing over the activations that are zero: the same
     * bits. Rows of the gradients whose activations are all zero have to be zero before; they are not touched.
     *
     * @param a [in][width], zero in the columns after the last example
     */
    void weightGradients(NonZeros a, Matrix deltas, double scale, Matrix gradients, int from, int to);

    /**
     * Bias gradients: gradients[j] = scale * sum over b of delta[j][b].
     *
     * @param delta [out][width]
     * @param batch how many examples are summed, at most width
     * @param gradients [out][1], of which the rows from .. to-1 are written
     */
    void biasGradients(Matrix delta, int batch, double scale, Matrix gradients, int from, int to);

    /** Activations, forward: a[j][p] = f(z[j][p]), rows from .. to-1. The result may be the argument itself. */
    void apply(Curve f, Matrix z, Matrix a, int from, int to);

    /**
     * Deltas from derivatives by activations, backward: delta[j][p] = d[j][p] * f'(z[j][p]), rows from .. to-1, where a holds
     * f(z). delta may be d itself.
     */
    void applySlope(Curve f, Matrix z, Matrix a, Matrix d, Matrix delta, int from, int to);

    /**
     * Softmax of each column: a[j][p] = e^(z[j][p] - m[p]) over the sum of these in order of j, m[p] the column's largest.
     *
     * @param totals m[p] in row 0, the sums' logarithms in row 1
     */
    void softmax(Matrix z, Matrix a, Matrix totals);

    /** e^x: result[i] = e^x[i] for i in from .. to-1. The result may be the argument itself. */
    void exp(double[] x, double[] result, int from, int to);

    /** sum[i] = w[i] + u[i] for i in from .. to-1; the largest |u[i]|, 0 for none, not a number if any is not. */
    double add(double[] w, double[] u, double[] sum, int from, int to);

    /** w[i] = w[i] - rate * g[i], the product rounded before it is subtracted, for i in from .. to-1. */
    void descend(double[] w, double[] g, double rate, int from, int to);

    /** The largest |g[i]| for i in from .. to-1, 0 for none, not a number if any is not. */
    double largest(double[] g, int from, int to);
}
