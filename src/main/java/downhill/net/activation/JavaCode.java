package downhill.net.activation;

import java.util.Set;

/**
 * The Java expressions that compute an activation, operation by operation as its curve does.
 *
 * @param value an expression of z
 * @param slope an expression of z and of the value a found there
 * @param functions the elementary functions that the two call
 */
public record JavaCode(String value, String slope, Set<ElementaryFunction> functions) {
    /** Expressions that call nothing. */
    public static JavaCode of(String value, String slope) {
        return new JavaCode(value, slope, Set.of());
    }
}
