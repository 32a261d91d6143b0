package downhill.net.activation;

import java.util.Optional;

/**
 * The bodies of the Python functions that compute an activation in NumPy, whole batches at once.
 *
 * @param value the statements of a function of z
 * @param slope the statements of a function of z and of the value a found there; empty without a slope of one neuron
 */
public record NumPyCode(String value, Optional<String> slope) {
    /** A function and its slope. */
    public static NumPyCode of(String value, String slope) {
        return new NumPyCode(value, Optional.of(slope));
    }
}
