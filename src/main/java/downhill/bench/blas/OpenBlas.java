package downhill.bench.blas;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.stream.Stream;

/** OpenBLAS, called as a native library, with one thread; the measure for large networks. */
@SuppressWarnings("restricted")
public final class OpenBlas {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final MemoryLayout I = ValueLayout.JAVA_INT;
    private static final MemoryLayout P = ValueLayout.ADDRESS;

    private final SymbolLookup library;

    private OpenBlas(SymbolLookup library) {
        this.library = library;
    }

    /** The library, if this machine has it. */
    public static Optional<OpenBlas> find() {
        return Stream.of("libopenblas.so.0", "libopenblas.so", "libopenblas.dylib")
                .map(OpenBlas::open)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<OpenBlas> open(String name) {
        try {
            var blas = new OpenBlas(SymbolLookup.libraryLookup(name, Arena.global()));
            blas.function("openblas_set_num_threads", FunctionDescriptor.ofVoid(I))
                    .invoke(1);
            return Optional.of(blas);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its functions for numbers of 64 bits. */
    public BlasFunctions doubles() {
        var d = ValueLayout.JAVA_DOUBLE;
        return new BlasFunctions(d, product("cblas_dgemm", d), sum("cblas_daxpy", d), 1.0, 0.0, -1e-9);
    }

    /** Its functions for numbers of 32 bits. */
    public BlasFunctions floats() {
        var f = ValueLayout.JAVA_FLOAT;
        return new BlasFunctions(f, product("cblas_sgemm", f), sum("cblas_saxpy", f), 1f, 0f, -1e-9f);
    }

    private MethodHandle product(String name, MemoryLayout n) {
        return function(name, FunctionDescriptor.ofVoid(I, I, I, I, I, I, n, P, I, P, I, n, P, I));
    }

    private MethodHandle sum(String name, MemoryLayout n) {
        return function(name, FunctionDescriptor.ofVoid(I, n, P, I, P, I));
    }

    private MethodHandle function(String name, FunctionDescriptor descriptor) {
        MemorySegment address = library.find(name).orElseThrow(() -> new IllegalArgumentException(name));
        return LINKER.downcallHandle(address, descriptor);
    }
}
