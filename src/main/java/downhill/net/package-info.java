/** Fully connected networks: activations, costs, the forward pass, the backward pass. */
@org.jspecify.annotations.NullMarked
package downhill.net;
