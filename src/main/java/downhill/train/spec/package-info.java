/**
 * What a run is made of, checked before it starts: specification, batches, frozen parameters, regularization, tweaks, and every
 * reason to refuse them.
 */
@org.jspecify.annotations.NullMarked
package downhill.train.spec;
