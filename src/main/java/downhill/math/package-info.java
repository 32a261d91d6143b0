/** Matrices and vectors on flat arrays, the kernels, elementary functions that give the same bits everywhere, the seeded generator. */
@org.jspecify.annotations.NullMarked
package downhill.math;
