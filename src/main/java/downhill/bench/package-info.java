/** Measurements, printed as ratios taken in one run. */
@org.jspecify.annotations.NullMarked
package downhill.bench;
