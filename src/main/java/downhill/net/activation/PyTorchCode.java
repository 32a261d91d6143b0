package downhill.net.activation;

import java.util.Optional;

/**
 * The Python expression that is an activation's function in PyTorch.
 *
 * @param body the statements of a function of z, which gets the name of the expression; empty where PyTorch has the function
 */
public record PyTorchCode(String function, Optional<String> body) {
    /** A function that PyTorch has. */
    public static PyTorchCode builtIn(String function) {
        return new PyTorchCode(function, Optional.empty());
    }

    /** A function that the program defines. */
    public static PyTorchCode defined(String function, String body) {
        return new PyTorchCode(function, Optional.of(body));
    }
}
