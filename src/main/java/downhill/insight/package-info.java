/**
 * The numbers behind every figure. {@link downhill.insight.Frame} holds one step; {@link downhill.insight.CostCurve} and {@link
 * downhill.insight.Landscape} hold many steps or many networks; {@link downhill.insight.GradientCheck}, {@link downhill.insight.Nudge} and others
 * measure one run. All of them read runs and change none.
 */
@org.jspecify.annotations.NullMarked
package downhill.insight;
