/** Running runs: the only place that owns threads and clocks. */
@org.jspecify.annotations.NullMarked
package downhill.live;
