package downhill.net.activation;

/** The state of a neuron where its curve is so flat that its weights hardly change any more. */
public enum FlatState {
    /** The value is near one of its limits. */
    SATURATED,
    /** The value is 0, and so is the slope. */
    DEAD;
}
