package downhill.insight;

import downhill.insight.Slice.Cell;
import downhill.math.Curve;
import downhill.math.KernelCurve;
import downhill.math.Kernels;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The first layer's activations at the spots of a plane, without an exponential for each of them.
 *
 * <p>With e = e^(s z), the hyperbolic tangent is (e - 1) / (e + 1) for s = 2 and the logistic function is e / (e + 1) for s = 1.
 * Since z = w + alpha u + beta v, e is the product of e^(s (w + alpha u)), which all spots of one alpha share, and of
 * e^(s beta v), which all of one beta share. The results are as exact as the curve's own, but for the last bits of activations
 * near 0; nothing here rounds to infinity or to 0.
 */
final class Powers {
    /** The exponents of e stay within this, where e^x is neither infinite nor subnormal. */
    private static final double FARTHEST = 700;

    /** The largest number of powers that are kept. */
    private static final int MOST = 1 << 21;

    private final Kernels kernels;
    private final double scale;
    private final double minuend;
    private final double[] w;
    private final double[] u;

    /** e^(s beta v) by beta's index; empty where there is no cell. */
    private final double[][] alongV;

    private Powers(Kernels kernels, Curve curve, double[] w, double[] u, double[][] alongV) {
        this.kernels = kernels;
        this.scale = scale(curve);
        this.minuend = curve == KernelCurve.TANH ? 1 : 0;
        this.w = w;
        this.u = u;
        this.alongV = alongV;
    }

    private static double scale(Curve curve) {
        return curve == KernelCurve.TANH ? 2 : 1;
    }

    /**
     * The powers for these cells; nothing where the curve is not made of powers, or where they would be too large or too many.
     *
     * @param w the first layer's weighted inputs at the middle, flat
     * @param u their change along alpha
     * @param v their change along beta
     */
    static Optional<Powers> of(Kernels kernels, Curve curve, double[] w, double[] u, double[] v, List<Cell> cells) {
        boolean isMade = curve == KernelCurve.TANH || curve == KernelCurve.SIGMOID;
        long betas = cells.stream().mapToInt(Cell::j).distinct().count();
        if (!isMade || betas * w.length > MOST || cells.size() < 2 * betas) {
            return Optional.empty();
        }
        double reach = farthest(w, u, v, largest(cells, Cell::alpha), largest(cells, Cell::beta));
        if (!(scale(curve) * reach < FARTHEST)) {
            return Optional.empty();
        }
        double[][] alongV = new double[cells.stream().mapToInt(Cell::j).max().orElse(0) + 1][0];
        for (Cell cell : cells) {
            if (alongV[cell.j()].length == 0) {
                double[] powers = new double[v.length];
                Arrays.setAll(powers, i -> scale(curve) * cell.beta() * v[i]);
                kernels.exp(powers, powers, 0, powers.length);
                alongV[cell.j()] = powers;
            }
        }
        return Optional.of(new Powers(kernels, curve, w, u, alongV));
    }

    private static double largest(List<Cell> cells, ToDoubleFunction<Cell> coordinate) {
        return cells.stream().mapToDouble(coordinate).map(Math::abs).max().orElse(0);
    }

    /** The exponent that is farthest from 0; not a number if any is not. */
    private static double farthest(double[] w, double[] u, double[] v, double alpha, double beta) {
        double farthest = 0;
        for (int i = 0; i < w.length; i++) {
            farthest = Math.max(farthest, Math.abs(w[i]) + alpha * Math.abs(u[i]) + beta * Math.abs(v[i]));
        }
        return farthest;
    }

    /** A cursor that moves from cell to cell, fastest where alpha stays the same; each thread needs one of its own. */
    final class Walker {
        private final double[] alongU = new double[w.length];
        private double alpha = Double.NaN;

        /** Writes the activations at a cell, in the order of w. */
        void activations(Cell cell, double[] a) {
            if (cell.alpha() != alpha) {
                alpha = cell.alpha();
                for (int i = 0; i < alongU.length; i++) {
                    alongU[i] = scale * Math.fma(alpha, u[i], w[i]);
                }
                kernels.exp(alongU, alongU, 0, alongU.length);
            }
            quotients(alongU, alongV[cell.j()], minuend, a);
        }
    }

    private static void quotients(double[] one, double[] other, double minuend, double[] a) {
        for (int i = 0; i < a.length; i++) {
            double e = one[i] * other[i];
            a[i] = (e - minuend) / (e + 1);
        }
    }
}
