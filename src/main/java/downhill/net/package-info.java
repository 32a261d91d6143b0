/**
 * Fully connected networks. A {@link downhill.net.Network} has its {@link downhill.net.Shape} and its parameters;
 * {@link downhill.net.Backpropagation} makes the forward and the backward pass over a {@link downhill.net.Batch}; {@link downhill.net.Cost}
 * and {@code activation} have the functions, each beside its derivative.
 */
@org.jspecify.annotations.NullMarked
package downhill.net;
