/** Descriptions of hills, of walkers on them and of slices of a cost. */
@org.jspecify.annotations.NullMarked
package downhill.insight.description.hill;
