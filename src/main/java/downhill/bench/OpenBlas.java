package downhill.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.stream.Stream;

/** OpenBLAS's matrix product, called as a native function, with one thread; the measure for large networks. */
@SuppressWarnings("restricted")
final class OpenBlas {
    private static final int ROW_MAJOR = 101;
    private static final int PLAIN = 111;
    private static final int TRANSPOSED = 112;

    private final MethodHandle product;

    private OpenBlas(MethodHandle product) {
        this.product = product;
    }

    /** The library, if this machine has it. */
    static Optional<OpenBlas> find() {
        return Stream.of("libopenblas.so.0", "libopenblas.so", "libopenblas.dylib")
                .map(OpenBlas::open)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<OpenBlas> open(String name) {
        try {
            SymbolLookup library = SymbolLookup.libraryLookup(name, Arena.global());
            Linker linker = Linker.nativeLinker();
            library.find("openblas_set_num_threads")
                    .ifPresent(f -> single(linker.downcallHandle(f, FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT))));
            return library.find("cblas_dgemm").map(f -> new OpenBlas(linker.downcallHandle(f, signature())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void single(MethodHandle setThreads) {
        try {
            setThreads.invokeExact(1);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static FunctionDescriptor signature() {
        var i = ValueLayout.JAVA_INT;
        var d = ValueLayout.JAVA_DOUBLE;
        var p = ValueLayout.ADDRESS;
        return FunctionDescriptor.ofVoid(i, i, i, i, i, i, d, p, i, p, i, d, p, i);
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
        try {
            product.invokeExact(
                    ROW_MAJOR,
                    aTransposed ? TRANSPOSED : PLAIN,
                    bTransposed ? TRANSPOSED : PLAIN,
                    m,
                    n,
                    k,
                    1.0,
                    a,
                    aTransposed ? m : k,
                    b,
                    bTransposed ? k : n,
                    0.0,
                    c,
                    n);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
