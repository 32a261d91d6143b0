/**
 * Analytic hills and descent on them. A {@link downhill.descent.Hill} has its height, slope and curvature as formulas;
 * {@link downhill.descent.Hills} lists all; a {@link downhill.descent.HillPath} is the descent of an {@link downhill.descent.Optimizer}
 * from a start.
 */
@org.jspecify.annotations.NullMarked
package downhill.descent;
