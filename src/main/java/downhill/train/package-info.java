/** Training: the specification of a run, its steps, its tweaks, its history. */
@org.jspecify.annotations.NullMarked
package downhill.train;
