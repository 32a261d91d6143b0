/**
 * Live runs: the only packages that own threads and clocks. {@link downhill.live.Runs} makes and finds {@link downhill.live.LiveRun}s,
 * after {@link downhill.live.Admission}; {@code work} has the threads that train them, {@code watch} their viewers, {@code memory} the
 * memory that all may take.
 */
@org.jspecify.annotations.NullMarked
package downhill.live;
