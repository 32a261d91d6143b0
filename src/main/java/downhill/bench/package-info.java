/**
 * Measurements, printed as ratios taken in one run. {@link downhill.bench.Bench} measures the engine in the {@link downhill.bench.Rounds}
 * of one process; {@link downhill.bench.Soak} measures a {@link downhill.bench.ServerProcess} that many learners watch.
 */
@org.jspecify.annotations.NullMarked
package downhill.bench;
