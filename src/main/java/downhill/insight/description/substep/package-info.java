/**
 * Descriptions of one training step, substep by substep in the order of backpropagation.
 * {@link downhill.insight.description.substep.SubstepDescription} chooses the class for the
 * {@link downhill.insight.description.substep.Substep}, such as {@link downhill.insight.description.substep.ForwardSubsteps}, which returns
 * a {@link downhill.insight.description.substep.SubstepResult}; {@link downhill.insight.description.substep.FormulaWords} puts an
 * explanation's formula into words.
 */
@org.jspecify.annotations.NullMarked
package downhill.insight.description.substep;
