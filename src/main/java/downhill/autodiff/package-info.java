/**
 * Expressions and their derivatives. A {@link downhill.autodiff.Lexer} and a {@link downhill.autodiff.Parser} read a text into a
 * {@link downhill.autodiff.Graph}, or raise an {@link downhill.autodiff.ExpressionException} with a {@link downhill.autodiff.Fault}; a
 * {@link downhill.autodiff.GraphEvaluation} computes every node's value; {@link downhill.autodiff.ReverseSweep} and
 * {@link downhill.autodiff.ForwardSweep} carry derivatives one node at a time.
 */
@org.jspecify.annotations.NullMarked
package downhill.autodiff;
