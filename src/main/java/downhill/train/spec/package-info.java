/**
 * Specifications of runs, checked before a run starts. {@link downhill.train.spec.RunSpec} names network, data, optimizer, batches, frozen parameters
 * and regularization; {@link downhill.train.spec.Tweak} is a later change; {@link downhill.train.spec.SpecCheck} lists every {@link
 * downhill.train.spec.Problem} that refuses them.
 */
@org.jspecify.annotations.NullMarked
package downhill.train.spec;
