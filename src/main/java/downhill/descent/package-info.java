/** Optimizers: one update rule each. */
@org.jspecify.annotations.NullMarked
package downhill.descent;
