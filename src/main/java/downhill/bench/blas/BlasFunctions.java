package downhill.bench.blas;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The two functions of a BLAS that a training step needs, for one kind of number.
 *
 * @param number the kind, a double or a float
 * @param product op(A) op(B)
 * @param sum y + a x
 * @param one 1 in that kind
 * @param zero 0 in that kind
 * @param rate the factor of the update in that kind
 */
public record BlasFunctions(
        ValueLayout number, MethodHandle product, MethodHandle sum, Object one, Object zero, Object rate) {
    private static final int ROW_MAJOR = 101;
    private static final int PLAIN = 111;
    private static final int TRANSPOSED = 112;

    /** A matrix of small numbers. */
    MemorySegment matrix(int rows, int columns) {
        long count = (long) rows * columns;
        MemorySegment segment = Arena.global().allocate(count * number.byteSize(), 64);
        for (long i = 0; i < count; i++) {
            double value = (i % 17 - 8) * 1e-3;
            if (number instanceof ValueLayout.OfDouble d) {
                segment.setAtIndex(d, i, value);
            } else if (number instanceof ValueLayout.OfFloat f) {
                segment.setAtIndex(f, i, (float) value);
            }
        }
        return segment;
    }

    /** C = op(A) op(B), C being m x n and the inner width k; matrices lie row by row. */
    void multiply(
            boolean aTransposed,
            boolean bTransposed,
            int m,
            int n,
            int k,
            MemorySegment a,
            MemorySegment b,
            MemorySegment c) {
        int first = aTransposed ? TRANSPOSED : PLAIN;
        int second = bTransposed ? TRANSPOSED : PLAIN;
        int aStride = aTransposed ? m : k;
        int bStride = bTransposed ? k : n;
        call(product, ROW_MAJOR, first, second, m, n, k, one, a, aStride, b, bStride, zero, c, n);
    }

    /** w = w + rate g, for a number of numbers. */
    void add(int count, MemorySegment g, MemorySegment w) {
        call(sum, count, rate, g, 1, w, 1);
    }

    private static void call(MethodHandle function, Object... arguments) {
        try {
            function.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
