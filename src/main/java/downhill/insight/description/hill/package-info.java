/**
 * Descriptions of hills, of walkers on them and of slices of a cost. {@link downhill.insight.description.hill.HillDescription} describes a
 * hill with one {@link downhill.insight.description.hill.WalkerPath} for each walker, in fog within a
 * {@link downhill.insight.description.hill.FogView}; {@link downhill.insight.description.hill.SliceDescription} describes a network's
 * landscape.
 */
@org.jspecify.annotations.NullMarked
package downhill.insight.description.hill;
