/**
 * The diagnosis of a run that does not learn: {@link downhill.insight.diagnosis.Evidence} is measured at a step,
 * {@link downhill.insight.diagnosis.Diagnosis} finds the trouble in it, and a {@link downhill.insight.diagnosis.Finding} says which
 * trouble it is, where, and how large.
 */
@org.jspecify.annotations.NullMarked
package downhill.insight.diagnosis;
