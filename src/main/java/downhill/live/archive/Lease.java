package downhill.live.archive;

/**
 * A server's right to change a run. The archive refuses everything that comes with an older token than the run's newest one.
 *
 * @param run the run's id
 * @param token greater with each server that takes the run
 */
public record Lease(String run, long token) {}
