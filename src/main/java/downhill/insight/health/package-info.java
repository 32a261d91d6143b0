/**
 * Measures of how well a network's layers learn: {@link downhill.insight.health.LayerHealth} has the length of each gradient and the share
 * of units that still react, and a {@link downhill.insight.health.HealthTrial} has them at some steps of one training.
 */
@org.jspecify.annotations.NullMarked
package downhill.insight.health;
