/** One step of a dense network by OpenBLAS, called through the foreign function interface: the yardstick of the engine's kernels. */
@org.jspecify.annotations.NullMarked
package downhill.bench.blas;
