package downhill.live;

/** A run that is no longer there. */
public final class GoneException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
