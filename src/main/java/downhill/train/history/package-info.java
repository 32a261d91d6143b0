/**
 * A run with its past. {@link downhill.train.history.History} keeps the newest step, the costs, the tweaks and
 * {@link downhill.train.history.Keyframes}; a {@link downhill.train.history.StepRebuild} computes any step again from a keyframe, bit for
 * bit, and a {@link downhill.train.history.Fork} makes a branch.
 */
@org.jspecify.annotations.NullMarked
package downhill.train.history;
