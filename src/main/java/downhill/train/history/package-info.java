/** A run with its past: costs, tweaks, keyframes from which any step is computed again bit for bit, and branches. */
@org.jspecify.annotations.NullMarked
package downhill.train.history;
