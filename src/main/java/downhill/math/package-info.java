/**
 * The arithmetic. A {@link downhill.math.Matrix} is a view of a flat array; {@link downhill.math.Kernels} multiply matrices and bend them
 * by a {@link downhill.math.Curve}, in plain loops or on vectors with the same bits; {@link downhill.math.Elementary} has functions with
 * the same bits everywhere; {@link downhill.math.Rng} is the seeded generator.
 */
@org.jspecify.annotations.NullMarked
package downhill.math;
