/** The activations, one class each: adding one takes a class and its line in {@link downhill.net.activation.Activations}. */
@org.jspecify.annotations.NullMarked
package downhill.net.activation;
