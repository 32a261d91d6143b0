/**
 * Looks at the connections into a network's outputs. {@link downhill.insight.wiring.ConnectionLedger} lists what one example does to each of them,
 * {@link downhill.insight.wiring.RuleTrial} lets gradient descent and Hebb's rule train them, and {@link downhill.insight.wiring.Ablation} takes hidden units
 * away. All three work on {@link downhill.insight.wiring.OutputLayer}: the last layer as a network of its own.
 */
@NullMarked
package downhill.insight.wiring;

import org.jspecify.annotations.NullMarked;
