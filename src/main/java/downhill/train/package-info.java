/**
 * Training: in {@code spec} the specification of a run, in {@code step} its steps, in {@code history} its past, in {@code perceptron} the
 * perceptron-convergence procedure.
 */
@org.jspecify.annotations.NullMarked
package downhill.train;
